// Who the adult is, seen before any code: the address on file offered to the parent's screen, or accepted in person.
import { useState } from 'react';
import { type IdentityDocument, useAct, type VisitView } from '../../backend';
import { Button, Failed, Row, Stack } from '../../components';
import { useWords } from '../../l10n';
import { IdentitySeen } from '../corrections/Seen';
import { BEFORE_THE_PROOF } from './steps';

export function BeforeTheCode({ visit }: { visit: VisitView }) {
  const words = useWords();
  const [document, setDocument] = useState<IdentityDocument | null>(null);
  const offer = useAct('offer_address');
  const accept = useAct('accept_address');
  const hasAddress = Boolean(visit.guardian?.email);
  if (!BEFORE_THE_PROOF.has(visit.step) || visit.student === null) {
    return visit.identity_document && <p>{words('visit-identity-was-seen', { document: words.of('document', visit.identity_document) })}</p>;
  }
  // That it lacks is the diagnosis.
  if (!hasAddress) return null;
  const seen = document ?? visit.identity_document;
  const request = { identity_document: seen };
  return (
    <Stack gap="small">
      <p>{words('visit-identity-what')}</p>
      <IdentitySeen value={seen} onChange={setDocument} />
      <Failed error={offer.error ?? accept.error} />
      <Row>
        {visit.step !== 'code' && (
          <Button
            icon="mail"
            act="offer_address"
            isDisabled={seen === null || visit.address_offered}
            isBusy={offer.isPending}
            onPress={() => offer.mutate(request)}
          >
            {words(visit.address_offered ? 'visit-address-offered' : 'visit-offer-address')}
          </Button>
        )}
        <Button
          icon="check"
          act="accept_address"
          isDisabled={seen === null || visit.step === 'language'}
          isBusy={accept.isPending}
          onPress={() => accept.mutate(request)}
        >
          {words('visit-accept-address')}
        </Button>
      </Row>
      <p>{words(visit.step === 'language' ? 'visit-accept-address-later' : 'visit-accept-address-what')}</p>
    </Stack>
  );
}
