// The address that was given, whether it is on a file, and the fate of the code that was sent to it.
import { type CodeView, useAct, useAskAgainAt, type VisitView } from '../../backend';
import { Button, Card, Failed, Icon, Notice, Stack } from '../../components';
import { useDates, useWords } from '../../l10n';
import styles from './Address.module.css';
import { ProposeAddress } from './ProposeAddress';

export function Address({ visit }: { visit: VisitView }) {
  const words = useWords();
  return (
    <Card title={words('visit-address')}>
      {visit.address === null ? (
        <p>{words('visit-address-none')}</p>
      ) : (
        <Stack gap="small">
          <p className={styles.address}>
            <bdi>{visit.address}</bdi>
          </p>
          {visit.address_on_file === true && (
            <p className={styles.good}>
              <Icon name="check" /> {words('visit-address-is-on-file')}
            </p>
          )}
          {visit.address_on_file === false && (
            <Notice
              kind="warning"
              title={words('visit-address-not-on-file')}
              actions={<ProposeAddress visit={visit} />}
            >
              {words('visit-address-not-on-file-what')}
            </Notice>
          )}
          {visit.has_account && (
            <p>
              <Icon name="account" /> {words('visit-has-account')}
            </p>
          )}
          {visit.code && visit.step === 'code' && <Code code={visit.code} />}
        </Stack>
      )}
    </Card>
  );
}

/** What happened to the mail and to the code. Neither window of the staff ever has the code itself. */
function Code({ code }: { code: CodeView }) {
  const words = useWords();
  const dates = useDates();
  const resend = useAct('resend_code');
  useAskAgainAt('view_desk', code.expired ? null : code.expires_at);
  const isStuck = code.mail === 'needs_you' || code.mail === 'dropped' || code.mail === 'will_retry';
  const isOver = code.expired || code.dead;
  return (
    <Stack gap="small">
      <Notice
        kind={isStuck ? 'warning' : code.mail === 'done' ? 'good' : 'info'}
        title={words.of('visit-code-mail', code.mail)}
      >
        {code.sent_at && <p>{words('visit-code-sent', { at: dates.hour(code.sent_at) })}</p>}
        {code.expires_at && !isOver && <p>{words('visit-code-expires', { at: dates.hour(code.expires_at) })}</p>}
        {code.trouble && <p>{words.of('trouble', code.trouble)}</p>}
        {code.server_words && (
          <p>
            {words('mail-server-words')} <q>{code.server_words}</q>
          </p>
        )}
      </Notice>
      {code.expired && <Notice kind="warning" title={words('visit-code-expired')} />}
      {code.dead && !code.expired && <Notice kind="warning" title={words('visit-code-dead')} />}
      {code.wrong_entries > 0 && <p>{words('visit-code-wrong', { count: code.wrong_entries })}</p>}
      <Button icon="mail" act="resend_code" isBusy={resend.isPending} onPress={() => resend.mutate(null)}>
        {words('visit-code-resend')}
      </Button>
      <Failed error={resend.error} />
    </Stack>
  );
}
