// Two adults side by side: what they share, their children, and which value of each is kept if they are one person.
import { useState } from 'react';
import { type AlikeGuardian, type AlikePair, type Side, useAct } from '../../backend';
import { Button, Card, Failed, Icon, Name, Notice, Radios, Stack } from '../../components';
import { useWords } from '../../l10n';
import { useStudentFacts } from '../student/StudentList';
import styles from './Duplicates.module.css';
import { type Choices, differing, mergeRequest, proposed, valueOf } from './merge';

const SIDES: readonly Side[] = ['one', 'other'];

export function PairCard({ pair }: { pair: AlikePair }) {
  const words = useWords();
  const merge = useAct('merge_guardians');
  const apart = useAct('keep_guardians_apart');
  const [choices, setChoices] = useState<Choices>(() => proposed(pair));
  const twoAccounts = pair.one.has_account && pair.other.has_account;
  const fields = differing(pair);
  return (
    <Card
      title={words.of('alike-by', pair.by)}
      actions={
        <>
          <Button
            icon="people"
            act="merge_guardians"
            isDisabled={twoAccounts}
            isBusy={merge.isPending}
            onPress={() => merge.mutate(mergeRequest(pair, choices))}
          >
            {words('duplicates-merge')}
          </Button>
          <Button
            kind="quiet"
            icon="close"
            act="keep_guardians_apart"
            isBusy={apart.isPending}
            onPress={() => apart.mutate({ one_id: pair.one.guardian.id, other_id: pair.other.guardian.id })}
          >
            {words('duplicates-apart')}
          </Button>
        </>
      }
    >
      <Stack>
        <div className={styles.sides}>
          {SIDES.map((side) => (
            <Adult key={side} adult={pair[side]} />
          ))}
        </div>
        {twoAccounts && <Notice kind="warning" live={false}>{words('duplicates-two-accounts')}</Notice>}
        {!twoAccounts &&
          fields.map((field) => (
            <Radios
              key={field}
              label={words.of('duplicates-keep', field)}
              name={`${pair.one.guardian.id}-${field}`}
              beside
              value={choices[field]}
              onChange={(side) => setChoices({ ...choices, [field]: side })}
              choices={SIDES.map((id) => ({ id, label: valueOf(pair[id].guardian, field) ?? words('student-none') }))}
            />
          ))}
        <Failed error={merge.error ?? apart.error} />
      </Stack>
    </Card>
  );
}

function Adult({ adult }: { adult: AlikeGuardian }) {
  const words = useWords();
  const facts = useStudentFacts();
  const { guardian } = adult;
  return (
    <div className={styles.side}>
      <strong><Name person={guardian} /></strong>
      <span><bdi>{guardian.email ?? words('guardian-no-address')}</bdi></span>
      {guardian.phone && <bdi>{guardian.phone}</bdi>}
      {adult.has_account && (
        <span>
          <Icon name="account" /> {words('standing-account')}
        </span>
      )}
      <ul className={styles.children}>
        {adult.children.map((child) => (
          <li key={child.id}>
            <Icon name="child" /> <Name person={child} /> <span className={styles.note}>{facts(child)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
