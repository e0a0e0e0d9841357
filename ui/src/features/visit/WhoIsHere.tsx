// The adult at the counter: known, to be chosen among those who share an address, or not known yet.
import { useAct, type VisitView } from '../../backend';
import { Button, Card, Facts, Failed, Name, Stack } from '../../components';
import { useWords } from '../../l10n';
import { BeforeTheCode } from './BeforeTheCode';
import { cardId } from './cards';

export function WhoIsHere({ visit }: { visit: VisitView }) {
  const words = useWords();
  const choose = useAct('choose_guardian');
  const none = words('student-none');
  if (visit.guardian) {
    return (
      <Card id={cardId('who')} title={words('visit-who')}>
        <Stack>
          <Facts
            facts={[
              { id: 'name', label: words('guardian-name'), value: <Name person={visit.guardian} /> },
              { id: 'email', label: words('visit-address-on-file'), value: <bdi>{visit.guardian.email ?? none}</bdi> },
              { id: 'phone', label: words('guardian-phone'), value: <bdi>{visit.guardian.phone ?? none}</bdi> },
            ]}
          />
          {visit.end === null && <BeforeTheCode visit={visit} />}
        </Stack>
      </Card>
    );
  }
  return (
    <Card title={words('visit-who')}>
      {visit.guardians_to_choose.length === 0 ? (
        <p>{words('visit-who-unknown')}</p>
      ) : (
        <Stack gap="small">
          <p>{words('visit-who-choose')}</p>
          {visit.guardians_to_choose.map((one) => (
            <Button
              key={one.id}
              icon="account"
              act="choose_guardian"
              isBusy={choose.isPending}
              onPress={() => choose.mutate({ guardian_id: one.id })}
            >
              <Name person={one} />
            </Button>
          ))}
          <Failed error={choose.error} />
        </Stack>
      )}
    </Card>
  );
}
