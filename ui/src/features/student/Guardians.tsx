// The adults on a child's file, how far each is, and the visit that one of them starts.
import { useState } from 'react';
import { type GuardianOnFile, type StudentFile, useAct, type VisitView } from '../../backend';
import { Button, Card, type Column, EmptyState, Failed, Name, Notice, Row, Stack, Table } from '../../components';
import { useGoTo } from '../../desk/rooms';
import { useWords } from '../../l10n';
import { Propose } from '../corrections/Propose';
import { ProposalList } from '../corrections/Proposal';
import { TakingBack } from '../taking-back/TakingBack';
import { ConfirmInPerson } from '../visit/ConfirmInPerson';
import { BEFORE_THE_PROOF } from '../visit/steps';
import { Agreement } from './Agreement';
import { ClosedAccounts } from './ClosedAccounts';
import { Adult, Reach, Standing } from './GuardianCells';
import styles from './Guardians.module.css';

/** Who is being corrected: an adult on the file, or a new one. */
type Corrected = GuardianOnFile | 'new' | null;

export function Guardians({ file, visit, isAdministrator, onChanged }: {
  file: StudentFile;
  visit: VisitView | null;
  isAdministrator: boolean;
  onChanged: () => void;
}) {
  const words = useWords();
  const goTo = useGoTo();
  const start = useAct('start_visit');
  const name = useAct('name_adult');
  const [corrected, setCorrected] = useState<Corrected>(null);
  const [takenBack, setTakenBack] = useState<GuardianOnFile | null>(null);
  const waiting = file.proposals.filter((one) => one.kind !== 'student');
  const underWay = visit !== null && visit.end === null;
  const begin = (guardian_id: string | null) =>
    start.mutate({ student_id: file.student.id, guardian_id }, { onSuccess: () => goTo({ name: 'visit' }) });

  const nameAdult = (guardian_id: string) =>
    name.mutate({ student_id: file.student.id, guardian_id }, { onSuccess: () => goTo({ name: 'visit' }) });

  const visitOf = (one: GuardianOnFile) =>
    // The adult of the visit under way: this child may be confirmed from here.
    visit?.step === 'children' && visit.guardian?.id === one.guardian.id && !one.confirmed ? (
      <ConfirmInPerson student={file.student} seen={visit.identity_document} onConfirmed={() => goTo({ name: 'visit' })} />
    ) : visit && BEFORE_THE_PROOF.has(visit.step) && visit.guardian?.id !== one.guardian.id ? (
      <Button kind="primary" icon="hand" act="name_adult" isBusy={name.isPending} onPress={() => nameAdult(one.guardian.id)}>
        {words('guardian-name-adult')}
      </Button>
    ) : (
      <Button kind="primary" icon="hand" act="start_visit" isDisabled={underWay} onPress={() => begin(one.guardian.id)}>
        {words('guardian-start-visit')}
      </Button>
    );

  const columns: Column<GuardianOnFile>[] = [
    { id: 'adult', label: words('guardian-adult'), isRowHeader: true, cell: (one) => <Adult one={one} /> },
    { id: 'address', label: words('guardian-address'), cell: (one) => <Reach one={one} /> },
    {
      id: 'account',
      label: words('guardian-account'),
      cell: (one) => (
        <>
          <Standing one={one} />
          {file.of_age_since && <Agreement file={file} one={one} onChanged={onChanged} />}
          <ClosedAccounts accounts={one.closed_accounts} isAdministrator={isAdministrator} onChanged={onChanged} />
        </>
      ),
    },
    {
      id: 'visit',
      label: words('guardian-visit'),
      isLabelHidden: true,
      cell: (one) => (
        <span className={styles.acts}>
          {one.access !== 'restricted' && visitOf(one)}
          <Button kind="quiet" icon="pencil" act="propose_correction_open" onPress={() => setCorrected(one)}>
            {words('correction-open')}
          </Button>
          {one.taking_back.length > 0 && (
            <Button kind="quiet" icon="back" act="taking_back_open" onPress={() => setTakenBack(one)}>
              {words('taking-back-open')}
            </Button>
          )}
        </span>
      ),
    },
  ];

  return (
    <Card
      title={words('student-guardians')}
      aside={
        <Row>
          <Button kind="quiet" icon="plus" act="new_guardian_open" onPress={() => setCorrected('new')}>
            {words('correction-open-new')}
          </Button>
          <Button icon="hand" act="start_visit_other" isDisabled={underWay} onPress={() => begin(null)}>
            {words('guardian-start-other')}
          </Button>
        </Row>
      }
    >
      <Stack>
        {underWay && <Notice kind="info" live={false}>{words('guardian-visit-under-way')}</Notice>}
        <Failed error={start.error ?? name.error} />
        {file.guardians.length > 0 ? (
          <Table caption={words('student-guardians')} columns={columns} rows={file.guardians} keyOf={(one) => one.guardian.id} />
        ) : (
          <EmptyState icon="family" title={words('guardian-none')}>
            {words('guardian-none-what')}
          </EmptyState>
        )}
        {waiting.length > 0 && (
          <>
            <h3>{words('proposals-waiting')}</h3>
            <ProposalList proposals={waiting} onChanged={onChanged} />
          </>
        )}
      </Stack>
      {takenBack && (
        <TakingBack
          studentId={file.student.id}
          child={<Name person={file.student} />}
          offers={takenBack.taking_back}
          onClose={() => setTakenBack(null)}
          onDone={() => {
            setTakenBack(null);
            onChanged();
          }}
        />
      )}
      {corrected && (
        <Propose
          student={file.student}
          of={corrected === 'new' ? null : corrected}
          isAdministrator={isAdministrator}
          inVisit={underWay}
          onClose={() => setCorrected(null)}
          onDone={() => {
            setCorrected(null);
            onChanged();
          }}
        />
      )}
    </Card>
  );
}
