// What everybody at the desk must know, over every room: the demo, a visit under way; before the search, what is amiss.
import { useState } from 'react';
import { type OpenDesk, useAct } from '../backend';
import { Button, Icon, Notice } from '../components';
import { ReadyPanel } from '../features/readiness/ReadyPanel';
import { useWords } from '../l10n';
import styles from './Banners.module.css';
import { type RoomName, useGoTo } from './rooms';

export function Banners({ desk, room }: { desk: OpenDesk; room: RoomName }) {
  const words = useWords();
  const [seen, setSeen] = useState('');
  return (
    <section className={styles.banners} aria-label={words('desk-banners')}>
      {desk.kind === 'demo' && <DemoBanner />}
      {desk.visit && room !== 'visit' && <VisitBanner visit={desk.visit} />}
      {room === 'registry' && <StoppedNotice desk={desk} />}
      {room === 'registry' && (
        <div className={styles.strip}>
          <ReadyPanel desk={desk} seen={seen} onSeen={setSeen} />
        </div>
      )}
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

/** Visits that a stopped program left: a family may still be at the counter. */
function StoppedNotice({ desk }: { desk: OpenDesk }) {
  const words = useWords();
  const goTo = useGoTo();
  const count = desk.interrupted.filter((line) => line.cause === 'program_stopped').length;
  if (count === 0) return null;
  return (
    <div className={styles.strip}>
      <Notice
        kind="warning"
        title={words('interrupted-banner', { count })}
        actions={
          <Button icon="arrow" iconAfter act="go_to_interrupted" onPress={() => goTo({ name: 'visit' })}>
            {words('interrupted-banner-go')}
          </Button>
        }
      >
        {words('interrupted-banner-what')}
      </Notice>
    </div>
  );
}
