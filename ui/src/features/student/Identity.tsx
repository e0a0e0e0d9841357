// Who the child is, as on the file. The numbers are masked, and shown while a press is held (domain.md §3).
import { call, type StudentFile } from '../../backend';
import { Button, Card, Facts, Failed, useHeld } from '../../components';
import { useDates, useWords } from '../../l10n';
import { Differs } from './Differs';

export function Identity({ file }: { file: StudentFile }) {
  const words = useWords();
  const dates = useDates();
  const { student } = file;
  const reveal = useHeld(() => call('reveal_numbers', { student_id: student.id }));
  const none = words('student-none');
  const hasNumber = student.fiche !== null || file.permanent_code !== null;
  return (
    <Card
      title={words('student-identity')}
      aside={
        hasNumber && (
          <Button kind="secondary" icon="eye" act="reveal_numbers" onPressStart={reveal.show} onPressEnd={reveal.hide}>
            {words('student-reveal')}
          </Button>
        )
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
