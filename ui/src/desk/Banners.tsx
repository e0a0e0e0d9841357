// What everybody at the desk must know, over every room: the demo, a visit under way, the age of the registry, the mail.
import { type OpenDesk, useAct } from '../backend';
import { Button, Icon, Notice } from '../components';
import { useWords } from '../l10n';
import styles from './Banners.module.css';
import { type RoomName, useGoTo } from './rooms';

export function Banners({ desk, room }: { desk: OpenDesk; room: RoomName }) {
  const words = useWords();
  return (
    <section className={styles.banners} aria-label={words('desk-banners')}>
      {desk.kind === 'demo' && <DemoBanner />}
      {desk.visit && room !== 'visit' && <VisitBanner visit={desk.visit} />}
      {room === 'registry' && <ReadyNotices desk={desk} />}
    </section>
  );
}

function DemoBanner() {
  const words = useWords();
  const leave = useAct('leave_demo');
  return (
    <div className={styles.demo}>
      <Icon name="school" />
      <p>{words('desk-demo')}</p>
      <Button kind="quiet" act="leave_demo" isBusy={leave.isPending} onPress={() => leave.mutate(null)}>
        {words('desk-demo-leave')}
      </Button>
    </div>
  );
}

function VisitBanner({ visit }: { visit: NonNullable<OpenDesk['visit']> }) {
  const words = useWords();
  const goTo = useGoTo();
  return (
    <div className={styles.strip}>
      <Notice
        kind={visit.needs_help ? 'warning' : 'info'}
        title={words(visit.needs_help ? 'visit-banner-help' : 'visit-banner', { number: visit.number })}
        actions={
          <Button icon="arrow" iconAfter act="go_to_visit" onPress={() => goTo({ name: 'visit' })}>
            {words('visit-banner-go')}
          </Button>
        }
      >
        {words.of('visit-step', visit.step)}
      </Notice>
    </div>
  );
}

/** What is amiss before the first family, each with the act that mends it (domain.md §13). */
function ReadyNotices({ desk }: { desk: OpenDesk }) {
  const words = useWords();
  const goTo = useGoTo();
  const { warning, age_days, students } = desk.registry;
  const administrator = desk.role === 'administrator';
  return (
    <div className={styles.strip}>
      {warning !== 'none' && students > 0 && (
        <Notice
          kind={warning === 'old' ? 'info' : 'warning'}
          live={false}
          title={words.of('registry-age', warning)}
          actions={
            <Button icon="import" act="go_to_import" onPress={() => goTo({ name: 'import' })}>
              {words('registry-age-import')}
            </Button>
          }
        >
          {warning !== 'never' && words('registry-age-days', { days: age_days ?? 0 })}
        </Notice>
      )}
      {!desk.mail_server_set && desk.kind === 'real' && (
        <Notice
          kind="warning"
          live={false}
          title={words('mail-no-server')}
          actions={
            administrator && (
              <Button icon="settings" act="go_to_settings" onPress={() => goTo({ name: 'settings' })}>
                {words('mail-no-server-set')}
              </Button>
            )
          }
        >
          {words('mail-no-server-why')}
        </Notice>
      )}
      {desk.mail.needs_you > 0 && (
        <Notice
          kind="warning"
          title={words('mail-needs-you-count', { count: desk.mail.needs_you })}
          actions={
            <Button icon="mail" act="go_to_mail" onPress={() => goTo({ name: 'mail' })}>
              {words('mail-needs-you-go')}
            </Button>
          }
        />
      )}
    </div>
  );
}
