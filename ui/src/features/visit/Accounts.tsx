// The accounts of the adult, side by side where there are two: a password chosen anew in person, one of two closed.
import { useState } from 'react';
import { type AccountLine, type IdentityDocument, useAct, type VisitView } from '../../backend';
import { Button, Card, Dialog, Failed, Icon, Name, Notice, Row, Stack } from '../../components';
import { useDates, useWords } from '../../l10n';
import { IdentitySeen } from '../corrections/Seen';
import styles from './Accounts.module.css';

/** The steps at which the adult has not shown yet which account is theirs. */
const BEFORE: ReadonlySet<VisitView['step']> = new Set(['address', 'code', 'sign_in']);

export function Accounts({ visit }: { visit: VisitView }) {
  const words = useWords();
  const [asked, setAsked] = useState<{ act: 'recover' | 'close'; account: AccountLine } | null>(null);
  if (visit.accounts.length === 0 || visit.end !== null) return null;
  const mayRecover = BEFORE.has(visit.step) && visit.student !== null;
  const hasOwn = visit.accounts.some((account) => account.is_own);
  return (
    <Card title={words('accounts-title', { count: visit.accounts.length })}>
      <Stack>
        {visit.accounts.length > 1 && (
          <Notice kind="info" live={false} title={words('accounts-two')}>
            {words('accounts-two-what')}
          </Notice>
        )}
        <ul className={styles.list}>
          {visit.accounts.map((account) => (
            <li key={account.id} className={styles.account}>
              <Line account={account} />
              <Row>
                {mayRecover && (
                  <Button icon="key" act="recover_account_open" onPress={() => setAsked({ act: 'recover', account })}>
                    {words('accounts-recover')}
                  </Button>
                )}
                {hasOwn && !account.is_own && (
                  <Button kind="signal" icon="close" act="close_account_open" onPress={() => setAsked({ act: 'close', account })}>
                    {words('accounts-close')}
                  </Button>
                )}
              </Row>
            </li>
          ))}
        </ul>
      </Stack>
      {asked && <Ask {...asked} visit={visit} onClose={() => setAsked(null)} />}
    </Card>
  );
}

function Line({ account }: { account: AccountLine }) {
  const words = useWords();
  const dates = useDates();
  return (
    <>
      <bdi className={styles.address}>{account.address}</bdi>
      <span className={styles.note}>
        {words('accounts-since', { at: dates.day(account.created_at) })}
        {account.awaits_proof && ` · ${words('standing-awaiting-proof')}`}
      </span>
      {account.is_own && (
        <span className={styles.own}>
          <Icon name="check" /> {words('accounts-own')}
        </span>
      )}
      <span>
        {account.children.length === 0 && words('accounts-no-child')}
        {account.children.map((child, place) => (
          <span key={child.id}>
            {place > 0 && ' · '}
            <Name person={child} />
          </span>
        ))}
      </span>
    </>
  );
}

/** Who the adult is was seen, and the act is meant. */
function Ask({ act, account, visit, onClose }: {
  act: 'recover' | 'close';
  account: AccountLine;
  visit: VisitView;
  onClose: () => void;
}) {
  const words = useWords();
  const [document, setDocument] = useState<IdentityDocument | null>(null);
  const recover = useAct('recover_account');
  const close = useAct('close_account');
  const done = act === 'recover' ? recover : close;
  const seen = document ?? visit.identity_document;
  return (
    <Dialog
      title={words(`accounts-${act}-title`)}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button act="back" onPress={onClose}>
            {words('accounts-not')}
          </Button>
          <Button
            kind={act === 'close' ? 'signal' : 'primary'}
            icon="check"
            act={act === 'recover' ? 'recover_account' : 'close_account'}
            isDisabled={seen === null}
            isBusy={done.isPending}
            onPress={() => done.mutate({ account_id: account.id, identity_document: seen }, { onSuccess: onClose })}
          >
            {words(`accounts-${act}-do`)}
          </Button>
        </>
      }
    >
      <Stack>
        <p>
          <bdi>{account.address}</bdi>
        </p>
        <p>{words(`accounts-${act}-what`)}</p>
        <IdentitySeen value={seen} onChange={setDocument} />
        <Failed error={done.error} />
      </Stack>
    </Dialog>
  );
}
