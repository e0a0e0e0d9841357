// The mailbox of the demo school: what parents would have received. Nothing of it left this machine.
import { type MailboxMail, useAnswer } from '../../backend';
import { Busy, EmptyState, Failed, Notice, Page } from '../../components';
import { useDates, useWords } from '../../l10n';
import styles from './Mailbox.module.css';

export function Mailbox() {
  const words = useWords();
  const mailbox = useAnswer('list_mailbox', null);
  return (
    <Page title={words('mailbox-title')} lead={words('mailbox-lead')}>
      <Notice kind="info" live={false}>
        {words('mailbox-demo')}
      </Notice>
      <Failed error={mailbox.error} />
      {mailbox.isPending && <Busy />}
      {mailbox.data &&
        (mailbox.data.length > 0 ? (
          <ul className={styles.mails}>
            {mailbox.data.map((mail, place) => (
              <Mail key={`${mail.at}-${String(place)}`} mail={mail} />
            ))}
          </ul>
        ) : (
          <EmptyState icon="mailbox" title={words('mailbox-empty')}>
            {words('mailbox-empty-what')}
          </EmptyState>
        ))}
    </Page>
  );
}

function Mail({ mail }: { mail: MailboxMail }) {
  const words = useWords();
  const dates = useDates();
  return (
    <li className={styles.mail} data-to={mail.to}>
      <header className={styles.head}>
        <h2>
          <bdi>{mail.subject}</bdi>
        </h2>
        <p>
          {words('mailbox-to')} <bdi>{mail.to}</bdi> · {dates.moment(mail.at)}
        </p>
      </header>
      <p className={styles.text} dir="auto">
        {mail.text}
      </p>
    </li>
  );
}
