// Confirming the children of a visit in person, by one act: who the adult is, once, and what ties them to each child.
import { useRef, useState } from 'react';
import { type IdentityDocument, type StudentLine, type TieDocument, useAct, type VisitView } from '../../backend';
import { Button, Failed, Name, Row, Stack } from '../../components';
import { useMainAct } from '../../desk/mainAct';
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
  const isComplete = seen !== null && children.length > 0;
  const send = () => confirm.mutate({ identity_document: seen, children }, { onSettled: () => setTies({}) });
  const form = useRef<HTMLDivElement>(null);
  useMainAct(() => {
    if (isComplete && !confirm.isPending) send();
    // What is still to be said takes the focus.
    else form.current?.querySelector<HTMLInputElement>('[role="radiogroup"]:not(:has(:checked)) input')?.focus();
  });
  return (
    <div ref={form}>
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
            isDisabled={!isComplete}
            isBusy={confirm.isPending}
            onPress={send}
          >
            {words('visit-confirm-children')}
          </Button>
        </Row>
      </Stack>
    </div>
  );
}
