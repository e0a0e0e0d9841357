// Confirming the children of a visit in person, by one act: who the adult is, once, and what ties them to each child.
import { useState } from 'react';
import { type IdentityDocument, type StudentLine, type TieDocument, useAct, type VisitView } from '../../backend';
import { Button, Failed, Name, Row, Stack } from '../../components';
import { useWords } from '../../l10n';
import { IdentitySeen, TieSeenOf } from '../corrections/Seen';
import { useStudentFacts } from '../student/StudentList';

export function ConfirmChildren({ visit, students }: { visit: VisitView; students: readonly StudentLine[] }) {
  const words = useWords();
  const facts = useStudentFacts();
  const confirm = useAct('confirm_in_person');
  const [identity, setIdentity] = useState<IdentityDocument | null>(null);
  const [ties, setTies] = useState<Record<string, TieDocument | null>>({});

  const children = students.flatMap(({ id }) => {
    const tie = ties[id] ?? null;
    return tie === null ? [] : [{ student_id: id, tie_document: tie }];
  });
  const seen = identity ?? visit.identity_document;
  return (
    <Stack>
      <p>{words('visit-in-person-rule')}</p>
      {visit.identity_document === null && <IdentitySeen value={identity} onChange={setIdentity} />}
      {students.map((student) => (
        <TieSeenOf
          key={student.id}
          label={<Name person={student} />}
          description={student.id === visit.student?.id ? facts(student) : `${facts(student)} · ${words('visit-sibling')}`}
          name={`tie ${student.id}`}
          value={ties[student.id] ?? null}
          onChange={(tie) => setTies((before) => ({ ...before, [student.id]: tie }))}
        />
      ))}
      <Failed error={confirm.error} />
      <Row>
        <Button
          kind="primary"
          icon="check"
          act="confirm_in_person"
          isDisabled={seen === null || children.length === 0}
          isBusy={confirm.isPending}
          onPress={() => confirm.mutate({ identity_document: seen, children }, { onSettled: () => setTies({}) })}
        >
          {words('visit-confirm-children')}
        </Button>
      </Row>
    </Stack>
  );
}
