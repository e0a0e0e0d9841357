// Who the child is, as on the file. The numbers are masked, and shown while a press is held (domain.md §3). Names and birth
// date are corrected as an adult's are.
import { useState } from 'react';
import { call, type StudentFile } from '../../backend';
import { Button, Card, Facts, Failed, Row, useHeld } from '../../components';
import { useDates, useWords } from '../../l10n';
import { ProposalList } from '../corrections/Proposal';
import { ProposeChild } from '../corrections/ProposeChild';
import { Differs } from './Differs';

export function Identity({ file, inVisit, onChanged }: { file: StudentFile; inVisit: boolean; onChanged: () => void }) {
  const words = useWords();
  const dates = useDates();
  const { student } = file;
  const reveal = useHeld(() => call('reveal_numbers', { student_id: student.id }));
  const [isCorrected, setCorrected] = useState(false);
  const waiting = file.proposals.filter((one) => one.kind === 'student');
  const none = words('student-none');
  const hasNumber = student.fiche !== null || file.permanent_code !== null;
  return (
    <Card
      title={words('student-identity')}
      aside={
        <Row>
          <Button kind="quiet" icon="pencil" act="correct_child_open" onPress={() => setCorrected(true)}>
            {words('correction-open-child')}
          </Button>
          {hasNumber && (
            <Button kind="secondary" icon="eye" act="reveal_numbers" onPressStart={reveal.show} onPressEnd={reveal.hide}>
              {words('student-reveal')}
            </Button>
          )}
        </Row>
      }
    >
      <Facts
        facts={[
          { id: 'last', label: words('student-last-names'), value: <bdi>{student.last_names}</bdi> },
          { id: 'first', label: words('student-first-names'), value: <bdi>{student.first_names}</bdi> },
          { id: 'birth', label: words('student-birth-date'), value: student.birth_date ? dates.day(student.birth_date) : none },
          { id: 'sex', label: words('student-sex'), value: file.sex ? words.of('sex', file.sex) : none },
          { id: 'fiche', label: words('student-fiche'), value: reveal.answer?.fiche ?? student.fiche ?? none, isNumber: true },
          {
            id: 'code',
            label: words('student-permanent-code'),
            value: reveal.answer?.permanent_code ?? file.permanent_code ?? none,
            isNumber: true,
          },
          { id: 'source', label: words('student-source'), value: <Source file={file} /> },
          ...(file.differs.length > 0
            ? [{ id: 'differs', label: words('student-differs'), value: <Differs differs={file.differs} /> }]
            : []),
        ]}
      />
      <Failed error={reveal.error} />
      {waiting.length > 0 && (
        <>
          <h3>{words('proposals-waiting')}</h3>
          <ProposalList proposals={waiting} onChanged={onChanged} />
        </>
      )}
      {isCorrected && (
        <ProposeChild
          student={student}
          inVisit={inVisit}
          onClose={() => setCorrected(false)}
          onDone={() => {
            setCorrected(false);
            onChanged();
          }}
        />
      )}
    </Card>
  );
}

/** Where the file comes from, and when that was last heard. */
function Source({ file }: { file: StudentFile }) {
  const words = useWords();
  const dates = useDates();
  const format = `import-format-${file.source.replaceAll('_', '-')}`;
  return (
    <>
      {words.has(format) ? words(format) : <bdi>{file.source}</bdi>}
      {file.imported_at && ` · ${words('student-imported', { at: dates.moment(file.imported_at) })}`}
    </>
  );
}
