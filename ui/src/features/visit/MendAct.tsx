// One act that mends: a press, the dialog that it opens, or the room or card where it is done.
import { useState } from 'react';
import {
  type ClaimSeen,
  type Command,
  type Mend,
  type ProposalLine,
  type RequestOf,
  type StudentLine,
  useAct,
  type VisitView,
} from '../../backend';
import { Button, type ButtonKind, Failed, type IconName } from '../../components';
import { useGoTo } from '../../desk/rooms';
import { useWords } from '../../l10n';
import { Decide } from '../corrections/Decide';
import { ProposeChild } from '../corrections/ProposeChild';
import { TakeDown } from '../requests/TakeDown';
import { ConfirmInPerson } from './ConfirmInPerson';
import { ProposeAddress } from './ProposeAddress';
import { ProposeAdult } from './ProposeAdult';
import { goToCard } from './cards';

interface Props {
  mend: Mend;
  kind: ButtonKind;
  visit: VisitView;
}

export function MendAct({ mend, kind, visit }: Props) {
  const goTo = useGoTo();
  const student = visit.claim?.student ?? visit.student;
  switch (mend) {
    case 'approve_proposal':
      return <Approve visit={visit} kind={kind} />;
    case 'propose_address':
      return <ProposeAddress visit={visit} kind={kind} />;
    case 'propose_adult':
      return student && <ProposeAdult student={student} email={visit.address} kind={kind} />;
    case 'confirm_in_person':
      return student && <ConfirmInPerson student={student} seen={visit.identity_document} kind={kind} />;
    case 'name_adult':
      return <Press mend={mend} kind={kind} icon="search" onPress={() => goTo({ name: 'registry' })} />;
    case 'see_mail':
      return <Press mend={mend} kind={kind} icon="mail" onPress={() => goTo({ name: 'mail' })} />;
    case 'open_file':
      return student && <Press mend={mend} kind={kind} icon="book" onPress={() => goTo({ name: 'student', studentId: student.id })} />;
    case 'accept_in_person':
      return <Press mend={mend} kind={kind} icon="account" onPress={() => goToCard('who')} />;
    case 'confirm_siblings':
      return <Press mend={mend} kind={kind} icon="family" onPress={() => goToCard('children')} />;
    case 'take_down_request':
      return <TakeDown kind={kind} email={visit.address ?? ''} />;
    case 'resend_code':
      return <Carry mend={mend} kind={kind} icon="mail" command="resend_code" request={null} />;
    case 'other_address':
      return <Carry mend={mend} kind={kind} icon="back" command="ask_other_address" request={null} />;
    case 'correct_file':
      return visit.claim?.student && <CorrectFile claim={visit.claim} student={visit.claim.student} kind={kind} />;
    case 'correct_claim':
      return <Carry mend={mend} kind={kind} icon="pencil" command="correct_claim" request={null} />;
    case 'unlock_claims':
      return student && <Carry mend={mend} kind={kind} icon="key" command="unlock_claims" request={{ student_id: student.id }} />;
  }
}

function Press({ mend, kind, icon, isBusy, onPress }: {
  mend: Mend;
  kind: ButtonKind;
  icon: IconName;
  isBusy?: boolean;
  onPress: () => void;
}) {
  const words = useWords();
  return (
    <Button kind={kind} icon={icon} act={`mend_${mend}`} isBusy={isBusy} onPress={onPress}>
      {words.of('mend', mend)}
    </Button>
  );
}

/** An act that needs nothing more than the press. */
function Carry<C extends Command>({ command, request, ...press }: {
  mend: Mend;
  kind: ButtonKind;
  icon: IconName;
  command: C;
  request: RequestOf<C>;
}) {
  const act = useAct(command);
  return (
    <>
      <Press {...press} isBusy={act.isPending} onPress={() => act.mutate(request)} />
      <Failed error={act.error} />
    </>
  );
}

const GIVES_ADDRESS: ReadonlySet<ProposalLine['kind']> = new Set(['email', 'new_guardian']);

/** The child's file says otherwise than the child's own documents: it is to say what the parent stated. */
function CorrectFile({ claim, student, kind }: { claim: ClaimSeen; student: StudentLine; kind: ButtonKind }) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Press mend="correct_file" kind={kind} icon="book" onPress={() => setOpen(true)} />
      {isOpen && <ProposeChild student={student} claim={claim} inVisit onClose={close} onDone={close} />}
    </>
  );
}

/** The second person comes to this desk. */
function Approve({ visit, kind }: { visit: VisitView; kind: ButtonKind }) {
  const [isOpen, setOpen] = useState(false);
  const child = visit.claim?.student?.id;
  const isOfClaim = visit.diagnosis?.what === 'file_waits';
  const proposal = visit.proposals.find((one) =>
    isOfClaim ? one.kind === 'student' && one.student.id === child : GIVES_ADDRESS.has(one.kind),
  );
  if (!proposal) return null;
  const close = () => setOpen(false);
  return (
    <>
      <Press mend="approve_proposal" kind={kind} icon="check" onPress={() => setOpen(true)} />
      {isOpen && <Decide decision="approve" proposal={proposal} onClose={close} onDone={close} />}
    </>
  );
}
