// One adult of a child's file, in words: who they are, how to reach them, how far they are with an account.
import { type GuardianOnFile, useAct } from '../../backend';
import { Button, Failed, Icon, Name } from '../../components';
import { useDates, useWords } from '../../l10n';
import { Differs } from './Differs';
import styles from './Guardians.module.css';

export function Reach({ one }: { one: GuardianOnFile }) {
  const words = useWords();
  const { email, phone } = one.guardian;
  return (
    <div className={styles.lines}>
      {email ? (
        <bdi className={styles.address}>{email}</bdi>
      ) : (
        <strong className={styles.lack}>
          <Icon name="alert" /> {words('guardian-no-address')}
        </strong>
      )}
      {phone && <bdi>{phone}</bdi>}
      {one.differs.length > 0 && (
        <div className={styles.note}>
          {words('guardian-differs')} <Differs differs={one.differs} />
        </div>
      )}
      {one.guardian.language && <span className={styles.note}>{words('guardian-language', { language: one.guardian.language })}</span>}
    </div>
  );
}

export function Adult({ one }: { one: GuardianOnFile }) {
  const words = useWords();
  return (
    <span className={styles.lines}>
      <Name person={one.guardian} />
      <span className={styles.note}>
        {words.of('relationship', one.relationship)}
        {one.priority !== null && ` · ${words('guardian-priority', { priority: one.priority })}`}
      </span>
      {one.access === 'restricted' && (
        <strong className={styles.lack}>
          <Icon name="lock" /> {words('access-restricted')}
        </strong>
      )}
      {one.access === 'unknown' && <span className={styles.note}>{words('access-unknown')}</span>}
    </span>
  );
}

export function Standing({ one }: { one: GuardianOnFile }) {
  const words = useWords();
  const dates = useDates();
  return (
    <span className={styles.lines}>
      <span>{words.of('standing', one.account)}</span>
      {one.account === 'awaiting_proof' && <ResendProof one={one} />}
      {one.confirmed && (
        <span className={styles.done}>
          <Icon name="check" /> {words.of('method', one.confirmed.method)} · {dates.moment(one.confirmed.at)}
          {one.confirmed.by && (
            <>
              {' · '}
              <bdi>{one.confirmed.by}</bdi>
            </>
          )}
        </span>
      )}
      {one.suspended_at && (
        <strong className={styles.lack}>
          <Icon name="lock" /> {words('guardian-suspended', { at: dates.moment(one.suspended_at) })}
        </strong>
      )}
      {one.revoked_at && (
        <strong className={styles.lack}>
          <Icon name="close" /> {words('guardian-revoked', { at: dates.moment(one.revoked_at) })}
        </strong>
      )}
    </span>
  );
}

/** The code that proves an address accepted in person, sent once more; the older one is dead. */
function ResendProof({ one }: { one: GuardianOnFile }) {
  const words = useWords();
  const resend = useAct('resend_address_proof');
  return (
    <>
      <Button
        kind="quiet"
        icon="mail"
        act="resend_address_proof"
        isBusy={resend.isPending}
        onPress={() => resend.mutate({ guardian_id: one.guardian.id })}
      >
        {words('guardian-resend-proof')}
      </Button>
      <Failed error={resend.error} />
    </>
  );
}
