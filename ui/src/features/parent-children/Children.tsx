// The children of the account: those tied so far, and the form for one more.
import { useEffect, useState } from 'react';
import { type ParentChild, useAct } from '../../backend';
import { Button, Notice, Row } from '../../components';
import { Bilingual } from '../../l10n';
import { childName, Family } from '../../parent/Family';
import { Refusal } from '../../parent/Refusal';
import { Screen } from '../../parent/Screen';
import { AboutChildren } from './AboutChildren';
import { ClaimForm } from './ClaimForm';

export function Children({ family, serviceCentre, correcting, oneMore, onShown }: {
  family: readonly ParentChild[];
  /** The desk's own: most children are of it. */
  serviceCentre: string;
  /** The secretary helps to correct the last claim. */
  correcting: boolean;
  /** The parent asked on the summary for one more child. */
  oneMore: boolean;
  onShown: () => void;
}) {
  // Null: as many children as there are decide. A form in use stays, even when the secretary confirms a child meanwhile.
  const [isAdding, setAdding] = useState<boolean | null>(oneMore ? true : null);
  const [added, setAdded] = useState<{ id: string; child: ParentChild } | null>(null);
  const finish = useAct('finish_children');
  useEffect(onShown, [onShown]);

  if (isAdding ?? family.length === 0) {
    return (
      <Screen key="claim" id="parent-claim">
        <ClaimForm
          serviceCentre={serviceCentre}
          correcting={correcting}
          lastNames={family.at(-1)?.last_names ?? ''}
          onTouched={() => setAdding(true)}
          onAdded={(id, child) => {
            setAdded({ id, child });
            setAdding(false);
          }}
        />
        <Notice kind="info" live={false}>
          <Bilingual id="parent-claim.note" />
        </Notice>
        {family.length === 0 && <AboutChildren family={family} />}
        <Refusal error={finish.error} />
        {family.length > 0 ? (
          <Row>
            <Button kind="quiet" icon="back" act="back" onPress={() => setAdding(false)}>
              <Bilingual id="parent-children-back" />
            </Button>
          </Row>
        ) : (
          <Row>
            <Button
              kind="quiet"
              icon="arrow"
              iconAfter
              act="finish_children"
              isBusy={finish.isPending}
              onPress={() => finish.mutate(null)}
            >
              <Bilingual id="parent-children-none" />
            </Button>
          </Row>
        )}
      </Screen>
    );
  }
  return (
    <Screen key="family" id="parent-children">
      {/* Taken back meanwhile, it is said no more. */}
      {added && family.some((one) => childName(one) === childName(added.child)) && (
        <Notice kind="good">
          <Bilingual id={added.id} args={{ child: childName(added.child) }} />
        </Notice>
      )}
      <Family family={family} />
      <AboutChildren family={family} />
      <Refusal error={finish.error} />
      <Row>
        <Button kind="primary" large icon="check" act="finish_children" isBusy={finish.isPending} onPress={() => finish.mutate(null)}>
          <Bilingual id="parent-children-done" />
        </Button>
        <Button
          large
          icon="plus"
          act="add_child"
          onPress={() => {
            setAdded(null);
            setAdding(true);
          }}
        >
          <Bilingual id="parent-children-another" />
        </Button>
      </Row>
    </Screen>
  );
}
