// The parent's own account: its address, its password, its language. One of them is changed at a time.
import { useEffect, useState } from 'react';
import { type LanguageLine, type ParentStep, useAct } from '../../backend';
import { Button, Icon, Notice, Row, Select } from '../../components';
import { Bilingual, useWords } from '../../l10n';
import { fieldWords } from '../../parent/fieldWords';
import { Refusal } from '../../parent/Refusal';
import { Screen } from '../../parent/Screen';
import styles from './Account.module.css';
import { ChangePassword } from './ChangePassword';
import { NewAddress } from './NewAddress';

type AccountStep = Extract<ParentStep, { step: 'account' }>;

export function Account({ step, languages, masked, isAddressChanged, onShown }: {
  step: AccountStep;
  languages: readonly LanguageLine[];
  masked: boolean;
  /** The code of the new address has just come back. */
  isAddressChanged: boolean;
  onShown: () => void;
}) {
  const words = useWords();
  const [changing, setChanging] = useState<'address' | 'password' | null>(null);
  const [done, setDone] = useState<string | null>(isAddressChanged ? 'parent-account-address-changed' : null);
  const language = useAct('choose_language');
  const leave = useAct('leave_own_account');
  useEffect(onShown, [onShown]);

  if (changing === 'address') return <NewAddress key="address" onBack={() => setChanging(null)} />;
  if (changing === 'password') {
    return (
      <ChangePassword
        key="password"
        masked={masked}
        onBack={() => setChanging(null)}
        onChanged={() => {
          setChanging(null);
          setDone('parent-account-password-changed');
        }}
      />
    );
  }
  return (
    <Screen key="account" id="parent-account">
      {done && (
        <Notice kind="good">
          <Bilingual id={done} />
        </Notice>
      )}
      <div className={styles.item}>
        <h2>
          <Icon name="mail" /> <Bilingual id="parent-account-address" />
        </h2>
        <p className={styles.address} dir="ltr">
          {step.address}
        </p>
        <Button icon="pencil" act="change_address_open" onPress={() => setChanging('address')}>
          <Bilingual id="parent-account-change-address" />
        </Button>
      </div>
      <div className={styles.item}>
        <h2>
          <Icon name="key" /> <Bilingual id="parent-account-password" />
        </h2>
        <Button icon="pencil" act="change_password_open" onPress={() => setChanging('password')}>
          <Bilingual id="parent-account-change-password" />
        </Button>
      </div>
      <div className={styles.item}>
        <Select
          {...fieldWords(words, 'parent-account-language')}
          name="language"
          value={step.language}
          onChange={(locale) => language.mutate({ locale })}
          choices={languages.map((line) => ({ id: line.locale, label: line.name }))}
        />
      </div>
      <Refusal error={language.error ?? leave.error} />
      <Row>
        <Button kind="primary" large icon="back" act="leave_own_account" isBusy={leave.isPending} onPress={() => leave.mutate(null)}>
          <Bilingual id="parent-account-back" />
        </Button>
      </Row>
    </Screen>
  );
}
