// Before an account from before is shown: each of its children is confirmed once, here or by the secretary (domain.md §1).
import { useState } from 'react';
import { type Gate as GateView, type ParentChild, useAct } from '../../backend';
import { Button, Notice, Row } from '../../components';
import { Bilingual } from '../../l10n';
import { childName } from '../../parent/Family';
import { Refusal } from '../../parent/Refusal';
import { Screen } from '../../parent/Screen';
import { ClaimForm } from './ClaimForm';

export function Gate({ gate, serviceCentre, correcting }: {
  gate: GateView;
  serviceCentre: string;
  /** The secretary helps to correct the last claim. */
  correcting: boolean;
}) {
  const [confirmed, setConfirmed] = useState<readonly ParentChild[]>([]);
  const finish = useAct('finish_children');
  const latest = confirmed.at(-1);
  return (
    <Screen
      id={gate.since === null ? 'parent-gate' : 'parent-gate-since'}
      args={gate.since === null ? {} : { since: new Date(`${gate.since}T12:00:00`) }}
    >
      {latest && (
        <Notice kind="good">
          <Bilingual id="parent-gate-confirmed" args={{ child: childName(latest) }} />
        </Notice>
      )}
      <Notice kind="info">
        <Bilingual id="parent-gate-left" args={{ count: gate.left }} />
      </Notice>
      {/* Another child is another form; one in use stays when the secretary confirms a child meanwhile. */}
      <ClaimForm
        key={confirmed.length}
        serviceCentre={serviceCentre}
        correcting={correcting}
        lastNames={latest?.last_names ?? ''}
        onTouched={() => undefined}
        onAdded={(_, child) => setConfirmed((before) => [...before, child])}
      />
      <Notice kind="info" live={false}>
        <Bilingual id="parent-claim.note" />
      </Notice>
      <Refusal error={finish.error} />
      <Row>
        <Button
          kind="quiet"
          icon="arrow"
          iconAfter
          act="finish_children"
          isBusy={finish.isPending}
          onPress={() => finish.mutate(null)}
        >
          <Bilingual id="parent-gate-later" />
        </Button>
      </Row>
    </Screen>
  );
}
