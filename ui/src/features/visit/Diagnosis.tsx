// What is wrong with the visit, in a sentence, and the one act that mends it, with the others smaller (domain.md §7).
// Which it is, and which acts mend it, is Rust's to say.
import { type DiagnosisView, useAskAgainAt, type VisitView } from '../../backend';
import { Notice, Row, Stack } from '../../components';
import { useDates, useWords } from '../../l10n';
import { CodeFate } from './CodeFate';
import { MendAct } from './MendAct';

export function Diagnosis({ visit }: { visit: VisitView }) {
  const seen = visit.diagnosis;
  return seen && <Panel key={seen.what} visit={visit} seen={seen} />;
}

function Panel({ visit, seen }: { visit: VisitView; seen: DiagnosisView }) {
  const words = useWords();
  const dates = useDates();
  useAskAgainAt('view_desk', seen.until);
  const id = `diagnosis-${seen.what.replaceAll('_', '-')}`;
  const args = {
    address: visit.address ?? '',
    centre: seen.centre?.name ?? '',
    count: visit.siblings.length,
  };
  const main = seen.calm ? 'secondary' : 'primary';
  const mends = [...(seen.mend ? [seen.mend] : []), ...seen.others];
  return (
    <Notice kind={seen.calm ? 'info' : 'warning'} title={words(id, args)}>
      <Stack gap="small">
        <p>{words(`${id}.what`, args)}</p>
        {seen.until && <p>{words('diagnosis-until', { at: dates.hour(seen.until) })}</p>}
        {visit.step === 'code' && visit.code && <CodeFate code={visit.code} />}
        {mends.length > 0 && (
          <Row>
            {mends.map((mend, place) => (
              <MendAct key={mend} mend={mend} kind={place === 0 && seen.mend ? main : 'quiet'} visit={visit} />
            ))}
          </Row>
        )}
      </Stack>
    </Notice>
  );
}
