// One request: what is asked, of which child, how to reach who asks, and how far the school is with it.
import { type RequestLine, type RequestState, useAct } from '../../backend';
import { Button, Card, type Fact, Facts, Failed, type IconName, Name } from '../../components';
import { useDates, useL10n, useWords } from '../../l10n';
import { useStudentFacts } from '../student/StudentList';

const ICONS: Record<RequestState, IconName> = { new: 'back', called: 'hand', closed: 'check' };

export function Request({ request }: { request: RequestLine }) {
  const words = useWords();
  return (
    <li>
      <Card
        title={words.of('request-kind', request.kind)}
        aside={<strong>{words.of('request-state', request.state)}</strong>}
        actions={<StateActs request={request} states={request.state === 'new' ? ['called', 'closed'] : ['closed', 'new']} />}
      >
        <RequestFacts request={request} />
      </Card>
    </li>
  );
}

/** The states that it may be put in. */
export function StateActs({ request, states }: { request: RequestLine; states: readonly RequestState[] }) {
  const words = useWords();
  const set = useAct('set_request_state');
  return (
    <>
      {states.map((state) => (
        <Button
          key={state}
          kind={state === 'new' ? 'quiet' : 'secondary'}
          icon={ICONS[state]}
          act={`request_${state}`}
          isBusy={set.isPending}
          onPress={() => set.mutate({ request_id: request.id, state })}
        >
          {words.of('request-put', state)}
        </Button>
      ))}
      <Failed error={set.error} />
    </>
  );
}

/** On the registry, or as told. */
export function ChildOf({ request }: { request: RequestLine }) {
  const { student, last_names, first_names } = request;
  if (student) return <Name person={student} />;
  return last_names && first_names ? <Name person={{ last_names, first_names }} /> : null;
}

function RequestFacts({ request }: { request: RequestLine }) {
  const words = useWords();
  const dates = useDates();
  const { locale } = useL10n();
  const about = useStudentFacts();
  const language = new Intl.DisplayNames([locale], { type: 'language' }).of(request.language) ?? request.language;
  const child = <ChildOf request={request} />;
  const fact = (id: string, value: Fact['value']): Fact[] => (value ? [{ id, label: words(`request-${id}`), value }] : []);
  return (
    <Facts
      facts={[
        ...fact('child', request.student ? <>{child} · {about(request.student)}</> : request.last_names && child),
        ...fact('birth-date', request.birth_date && dates.day(request.birth_date)),
        ...fact('school-wished', request.school_wished && <bdi>{request.school_wished}</bdi>),
        ...fact('adult', request.adult_name && <bdi>{request.adult_name}</bdi>),
        ...fact('email', request.email && <bdi>{request.email}</bdi>),
        ...fact('phone', request.phone && <bdi>{request.phone}</bdi>),
        ...fact('language', language),
        ...fact(
          'taken',
          request.taken_by
            ? words('request-taken-by', { at: dates.moment(request.taken_at), user: request.taken_by })
            : words('request-taken-by-parent', { at: dates.moment(request.taken_at) }),
        ),
      ]}
    />
  );
}
