// The rooms at the side, who is signed in, and the ways out.
import type { ReactNode } from 'react';
import { Button as Pressable } from 'react-aria-components';
import { type OpenDesk, useAct } from '../backend';
import { Button, classes, Failed, Icon, type IconName, Kbd } from '../components';
import { OwnPin } from '../features/staff/OwnPin';
import { useWords } from '../l10n';
import { AsideRail } from './AsideRail';
import { LanguageSwitch } from './LanguageSwitch';
import styles from './Rail.module.css';
import { type RoomName, useGoTo } from './rooms';

/** Rooms behind the registry's door. */
const IN_REGISTRY = ['student', 'schools', 'groups', 'group', 'students'] as const;
type Inner = (typeof IN_REGISTRY)[number];
type Entry = Exclude<RoomName, Inner>;

const isInner = (room: RoomName): room is Inner => IN_REGISTRY.some((inner) => inner === room);

const ICONS: Record<Entry, IconName> = {
  registry: 'search',
  visit: 'hand',
  mail: 'mail',
  mailbox: 'mailbox',
  requests: 'family',
  approvals: 'check',
  duplicates: 'copy',
  import: 'import',
  day: 'clock',
  ready: 'shield',
  notices: 'info',
  staff: 'people',
  journal: 'journal',
  settings: 'settings',
};

/** The rooms that a desk shows to this person. What they may do there is the desk's to say. */
function entriesOf(desk: OpenDesk): Entry[] {
  const everybody: Entry[] = ['registry', 'visit', 'mail'];
  if (desk.kind === 'demo') everybody.push('mailbox');
  everybody.push('requests', 'approvals', 'import', 'day', 'ready');
  if (desk.role === 'administrator') everybody.push('duplicates', 'notices', 'staff', 'journal', 'settings');
  return everybody;
}

export function Rail({ desk, current, keys }: {
  desk: OpenDesk;
  current: RoomName;
  /** The button that shows the keys. */
  keys: ReactNode;
}) {
  const words = useWords();
  const goTo = useGoTo();
  const signOut = useAct('sign_out');
  const lock = useAct('lock_desk');
  const here = isInner(current) ? 'registry' : current;
  const counts: Partial<Record<Entry, number>> = {
    visit: desk.visit ? 1 : 0,
    requests: desk.open_requests,
    approvals: desk.pending_proposals,
    import: desk.waiting_imports,
    mail: desk.mail.waiting + desk.mail.will_retry + desk.mail.needs_you,
  };
  return (
    <aside className={styles.rail}>
      <div className={styles.brand}>
        <Icon name="desk" />
        <span>{words('desk-product')}</span>
      </div>
      <p className={styles.school}>
        <strong>{desk.school_name}</strong>
        <span>{desk.service_centre.name}</span>
      </p>
      <nav aria-label={words('desk-rooms')}>
        <ul className={styles.rooms}>
          {entriesOf(desk).map((entry) => (
            <li key={entry}>
              <Pressable
                className={classes(styles.entry, entry === here && styles.here)}
                aria-current={entry === here ? 'page' : undefined}
                data-act={`room_${entry}`}
                onPress={() => goTo({ name: entry })}
              >
                <Icon name={ICONS[entry]} />
                <span className={styles.name}>{words(`desk-room-${entry}`)}</span>
                {entry === 'registry' && <Kbd>/</Kbd>}
                {Boolean(counts[entry]) && (
                  <span className={styles.count}>{words(`desk-count-${entry}`, { count: counts[entry] ?? 0 })}</span>
                )}
              </Pressable>
            </li>
          ))}
        </ul>
      </nav>
      <AsideRail aside={desk.aside} />
      <footer className={styles.foot}>
        <div className={styles.who}>
          <p>
            <bdi>{desk.user_name}</bdi>
            <span>{words.of('role', desk.role)}</span>
          </p>
          <OwnPin />
        </div>
        {keys}
        <LanguageSwitch />
        <Button kind="quiet" icon="lock" act="lock_desk" isBusy={lock.isPending} onPress={() => lock.mutate(null)}>
          {words('lock-now')}
        </Button>
        <Button kind="quiet" icon="door" act="sign_out" isBusy={signOut.isPending} onPress={() => signOut.mutate(null)}>
          {words('desk-sign-out')}
        </Button>
        <Failed error={signOut.error ?? lock.error} />
      </footer>
    </aside>
  );
}
