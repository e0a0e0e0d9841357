// The adults on a child's file, how far each is, and the visit that one of them starts.
import { type GuardianOnFile, type StudentFile, useAct, type VisitView } from '../../backend';
import { Button, Card, type Column, EmptyState, Failed, Icon, Name, Notice, Stack, Table } from '../../components';
import { useGoTo } from '../../desk/rooms';
import { useDates, useWords } from '../../l10n';
import { ConfirmInPerson } from '../visit/ConfirmInPerson';
import styles from './Guardians.module.css';

export function Guardians({ file, visit }: { file: StudentFile; visit: VisitView | null }) {
  const words = useWords();
  const goTo = useGoTo();
  const start = useAct('start_visit');
  const underWay = visit !== null && visit.end === null;
  const begin = (guardian_id: string | null) =>
    start.mutate({ student_id: file.student.id, guardian_id }, { onSuccess: () => goTo({ name: 'visit' }) });

  const columns: Column<GuardianOnFile>[] = [
    { id: 'adult', label: words('guardian-adult'), isRowHeader: true, cell: (one) => <Adult one={one} /> },
    { id: 'address', label: words('guardian-address'), cell: (one) => <Reach one={one} /> },
    { id: 'account', label: words('guardian-account'), cell: (one) => <Standing one={one} /> },
    {
      id: 'visit',
      label: words('guardian-visit'),
      isLabelHidden: true,
      cell: (one) => {
        if (one.access === 'restricted') return null;
        // The adult of the visit under way: this child may be confirmed from here.
        if (visit?.step === 'children' && visit.guardian?.id === one.guardian.id && !one.confirmed) {
          return <ConfirmInPerson student={file.student} onConfirmed={() => goTo({ name: 'visit' })} />;
        }
        return (
          <Button kind="primary" icon="hand" act="start_visit" isDisabled={underWay} onPress={() => begin(one.guardian.id)}>
            {words('guardian-start-visit')}
          </Button>
        );
      },
    },
  ];

  return (
    <Card
      title={words('student-guardians')}
      aside={
        <Button icon="plus" act="start_visit_other" isDisabled={underWay} onPress={() => begin(null)}>
          {words('guardian-start-other')}
        </Button>
      }
    >
      <Stack>
        {underWay && <Notice kind="info" live={false}>{words('guardian-visit-under-way')}</Notice>}
        <Failed error={start.error} />
        {file.guardians.length > 0 ? (
          <Table caption={words('student-guardians')} columns={columns} rows={file.guardians} keyOf={(one) => one.guardian.id} />
        ) : (
          <EmptyState icon="family" title={words('guardian-none')}>
            {words('guardian-none-what')}
          </EmptyState>
        )}
      </Stack>
    </Card>
  );
}

function Reach({ one }: { one: GuardianOnFile }) {
  const words = useWords();
  const { email, phone } = one.guardian;
  return (
    <span className={styles.lines}>
      {email ? (
        <bdi className={styles.address}>{email}</bdi>
      ) : (
        <strong className={styles.lack}>
          <Icon name="alert" /> {words('guardian-no-address')}
        </strong>
      )}
      {phone && <bdi>{phone}</bdi>}
    </span>
  );
}

function Adult({ one }: { one: GuardianOnFile }) {
  const words = useWords();
  return (
    <span className={styles.lines}>
      <Name person={one.guardian} />
      <span className={styles.note}>{words.of('relationship', one.relationship)}</span>
      {one.access === 'restricted' && (
        <strong className={styles.lack}>
          <Icon name="lock" /> {words('access-restricted')}
        </strong>
      )}
      {one.access === 'unknown' && <span className={styles.note}>{words('access-unknown')}</span>}
    </span>
  );
}

function Standing({ one }: { one: GuardianOnFile }) {
  const words = useWords();
  const dates = useDates();
  return (
    <span className={styles.lines}>
      <span>{words.of('standing', one.account)}</span>
      {one.confirmed && (
        <span className={styles.done}>
          <Icon name="check" /> {words('guardian-confirmed', { at: dates.moment(one.confirmed.at) })}
        </span>
      )}
    </span>
  );
}
