// A child's file: who the child is, the adults on it, what was done. Opening it is an entry of the journal.
import { type StudentFile as File, useAct, useAnswer, type VisitView } from '../../backend';
import { Busy, Button, Card, Columns, Failed, Name, Notice, Page } from '../../components';
import { useGoTo } from '../../desk/rooms';
import { useDates, useWords } from '../../l10n';
import { Complete } from '../corrections/Complete';
import { JournalTable } from '../journal/JournalTable';
import { Guardians } from './Guardians';
import { Identity } from './Identity';
import { StudentList } from './StudentList';

interface Props {
  visit: VisitView | null;
  isAdministrator: boolean;
}

export function StudentFile({ studentId, ...rest }: Props & { studentId: string }) {
  const words = useWords();
  const goTo = useGoTo();
  const file = useAnswer('open_student', { student_id: studentId }, { once: true });
  return (
    <>
      <Button kind="quiet" icon="back" act="room_registry" onPress={() => goTo({ name: 'registry' })}>
        {words('student-back')}
      </Button>
      {file.isPending && <Busy />}
      <Failed error={file.error} />
      {file.data && <Opened file={file.data} {...rest} onChanged={() => void file.refetch()} />}
    </>
  );
}

function Opened({ file, visit, isAdministrator, onChanged }: Props & { file: File; onChanged: () => void }) {
  const words = useWords();
  const dates = useDates();
  const goTo = useGoTo();
  const { student } = file;
  return (
    <Page
      title={<Name person={student} />}
      lead={[student.group && words('student-group', { group: student.group }), student.school].filter(Boolean).join(' · ')}
    >
      {!student.active && <Notice kind="warning" live={false} title={words('student-inactive')}>{words('student-inactive-what')}</Notice>}
      {student.incomplete && (
        <Notice
          kind="warning"
          live={false}
          title={words('student-incomplete')}
          actions={<Complete file={file} onDone={onChanged} />}
        >
          {words('student-incomplete-what')}
        </Notice>
      )}
      {file.of_age_since && (
        <Notice kind="info" live={false} title={words('student-of-age', { day: dates.day(file.of_age_since) })}>
          {words('student-of-age-what')}
        </Notice>
      )}
      {file.claims_locked_at && <Locked studentId={student.id} since={file.claims_locked_at} onUnlocked={onChanged} />}
      <Guardians file={file} visit={visit} isAdministrator={isAdministrator} onChanged={onChanged} />
      <Columns wide>
        <Identity file={file} inVisit={visit !== null && visit.end === null} onChanged={onChanged} />
        <Card title={words('student-siblings')}>
          {file.siblings.length > 0 ? (
            <StudentList students={file.siblings} onOpen={(studentId) => goTo({ name: 'student', studentId })} />
          ) : (
            <p>{words('student-siblings-none')}</p>
          )}
        </Card>
      </Columns>
      <Card title={words('student-history')}>
        {file.history.length > 0 ? (
          <JournalTable caption={words('student-history')} lines={file.history} isOfOneFile />
        ) : (
          <p>{words('student-history-none')}</p>
        )}
      </Card>
    </Page>
  );
}

/** The claim road of this child is closed after too many wrong claims; in person it stays open (domain.md §5). */
function Locked({ studentId, since, onUnlocked }: { studentId: string; since: string; onUnlocked: () => void }) {
  const words = useWords();
  const dates = useDates();
  const unlock = useAct('unlock_claims');
  return (
    <Notice
      kind="warning"
      title={words('student-locked', { at: dates.moment(since) })}
      actions={
        <Button
          icon="lock"
          act="unlock_claims"
          isBusy={unlock.isPending}
          onPress={() => unlock.mutate({ student_id: studentId }, { onSuccess: onUnlocked })}
        >
          {words('student-unlock')}
        </Button>
      }
    >
      {words('student-locked-what')}
      <Failed error={unlock.error} />
    </Notice>
  );
}
