// Filling in what a child's file lacks, so that a claim can match (domain.md §12).
import { useState } from 'react';
import { type StudentFile, useAct } from '../../backend';
import { Button, DateField, Dialog, Failed, Form, Row, TextField } from '../../components';
import { useWords } from '../../l10n';

const given = (text: string) => (text.trim() === '' ? null : text.trim());

export function Complete({ file, onDone }: { file: StudentFile; onDone: () => void }) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon="plus" act="complete_student_open" onPress={() => setOpen(true)}>
        {words('complete-open')}
      </Button>
      {isOpen && (
        <Fields
          file={file}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            onDone();
          }}
        />
      )}
    </>
  );
}

function Fields({ file, onClose, onDone }: { file: StudentFile; onClose: () => void; onDone: () => void }) {
  const words = useWords();
  const complete = useAct('complete_student');
  const [birthDate, setBirthDate] = useState<string | null>(null);
  const [fiche, setFiche] = useState('');
  const [code, setCode] = useState('');
  const { student } = file;
  return (
    <Dialog title={words('complete-title')} isOpen onClose={onClose}>
      <Form
        onSubmit={() =>
          complete.mutate(
            { student_id: student.id, birth_date: birthDate, fiche: given(fiche), permanent_code: given(code) },
            { onSuccess: onDone },
          )
        }
      >
        <p>{words('complete-what')}</p>
        {student.birth_date === null && <DateField label={words('student-birth-date')} value={birthDate} onChange={setBirthDate} />}
        {student.fiche === null && (
          <TextField label={words('student-fiche')} name="fiche" ltr inputMode="numeric" value={fiche} onChange={setFiche} />
        )}
        {file.permanent_code === null && (
          <TextField label={words('student-permanent-code')} name="permanent_code" ltr value={code} onChange={setCode} />
        )}
        <Failed error={complete.error} />
        <Row align="end">
          <Button onPress={onClose}>{words('desk-cancel')}</Button>
          <Button type="submit" kind="primary" icon="check" act="complete_student" isBusy={complete.isPending}>
            {words('complete-do')}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
}
