// The open desk: the rooms at the side, what everybody must know at the top, one room in the middle.
import { useRef, useState } from 'react';
import { type OpenDesk, useSayInput } from '../backend';
import { Approvals } from '../features/corrections/Approvals';
import { Day } from '../features/day/Day';
import { Duplicates } from '../features/corrections/Duplicates';
import { IdleWarning } from '../features/idle/IdleWarning';
import { Import } from '../features/import/Import';
import { Journal } from '../features/journal/Journal';
import { Mailbox } from '../features/mail/Mailbox';
import { Outbox } from '../features/mail/Outbox';
import { Notices } from '../features/notices/Notices';
import { Ready } from '../features/readiness/Ready';
import { Group } from '../features/registry/Group';
import { Groups } from '../features/registry/Groups';
import { Registry } from '../features/registry/Registry';
import { Schools } from '../features/registry/Schools';
import { Students } from '../features/registry/Students';
import { Requests } from '../features/requests/Requests';
import { Settings } from '../features/settings/Settings';
import { Staff } from '../features/staff/Staff';
import { StudentFile } from '../features/student/StudentFile';
import { Visit } from '../features/visit/Visit';
import { Banners } from './Banners';
import { Keys } from './Keys';
import { MainActContext } from './mainAct';
import { Rail } from './Rail';
import { type Room, RoomContext } from './rooms';
import styles from './Shell.module.css';

export function Shell({ desk }: { desk: OpenDesk }) {
  const [room, setRoom] = useState<Room>({ name: 'registry' });
  // Each asking for the search opens it anew, so that its field takes the focus even when it is already there.
  const [searches, setSearches] = useState(0);
  const search = () => {
    setRoom({ name: 'registry' });
    setSearches((count) => count + 1);
  };
  const mainAct = useRef<(() => void) | null>(null);
  useSayInput('say_at_desk');
  return (
    <RoomContext value={setRoom}>
      <MainActContext value={mainAct}>
        <div className={styles.shell}>
          <Rail desk={desk} current={room.name} keys={<Keys desk={desk} onSearch={search} onMain={() => mainAct.current?.()} />} />
          <div className={styles.middle}>
            <Banners desk={desk} room={room.name} />
            <main className={styles.room} key={room.name === 'student' ? room.studentId : `${room.name}-${String(searches)}`}>
              <RoomOf desk={desk} room={room} />
            </main>
          </div>
        </div>
        {desk.locks_in_seconds !== null && <IdleWarning seconds={desk.locks_in_seconds} />}
      </MainActContext>
    </RoomContext>
  );
}

function RoomOf({ desk, room }: { desk: OpenDesk; room: Room }) {
  switch (room.name) {
    case 'registry':
      return <Registry registry={desk.registry} />;
    case 'schools':
      return <Schools />;
    case 'groups':
      return <Groups school={room.school} />;
    case 'group':
      return <Group school={room.school} group={room.group} />;
    case 'students':
      return <Students />;
    case 'student':
      return <StudentFile studentId={room.studentId} visit={desk.visit} isAdministrator={desk.role === 'administrator'} />;
    case 'visit':
      return <Visit visit={desk.visit} aside={desk.aside} interrupted={desk.interrupted} />;
    case 'mail':
      return <Outbox mailServerSet={desk.mail_server_set} isDemo={desk.kind === 'demo'} />;
    case 'mailbox':
      return <Mailbox />;
    case 'requests':
      return <Requests />;
    case 'approvals':
      return <Approvals />;
    case 'duplicates':
      return <Duplicates />;
    case 'import':
      return <Import />;
    case 'day':
      return <Day role={desk.role} />;
    case 'notices':
      return <Notices />;
    case 'ready':
      return <Ready role={desk.role} />;
    case 'staff':
      return <Staff />;
    case 'journal':
      return <Journal />;
    case 'settings':
      return <Settings isDemo={desk.kind === 'demo'} />;
  }
}
