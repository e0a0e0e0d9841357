// What the school's papers say of a child: service centre, names, birth date, number. Sending them is the form's.
import type { ReactNode } from 'react';
import { Columns, DateField, ServiceCentreField, TextField } from '../../components';
import { useWords } from '../../l10n';
import { fieldWords } from '../../parent/fieldWords';
import { Refusal } from '../../parent/Refusal';
import { type ClaimDraft, type ClaimFieldName, withLatinDigits } from './claim';
import styles from './ClaimForm.module.css';
import { Paper } from './Paper';

export function ClaimFields({ draft, change, problem }: {
  draft: ClaimDraft;
  change: (part: Partial<ClaimDraft>) => void;
  /** What is wrong with a field, if anything is. */
  problem: (name: ClaimFieldName) => ReactNode;
}) {
  const words = useWords();
  return (
    <>
      <ServiceCentreField
        {...fieldWords(words, 'parent-claim-service-centre')}
        ask="offer_service_centres"
        failed={(error) => <Refusal error={error} />}
        value={draft.serviceCentre}
        onChange={(serviceCentre) => change({ serviceCentre })}
        error={problem('service_centre')}
      />
      <Columns>
        <TextField
          {...fieldWords(words, 'parent-claim-last-names')}
          name="last_names"
          accents
          value={draft.lastNames}
          onChange={(lastNames) => change({ lastNames })}
          error={problem('last_names')}
        />
        <TextField
          {...fieldWords(words, 'parent-claim-first-names')}
          name="first_names"
          accents
          value={draft.firstNames}
          onChange={(firstNames) => change({ firstNames })}
          error={problem('first_names')}
        />
      </Columns>
      <DateField
        {...fieldWords(words, 'parent-claim-birth-date')}
        value={draft.birthDate}
        onChange={(birthDate) => change({ birthDate })}
        error={problem('birth_date')}
      />
      <div className={styles.number}>
        <TextField
          {...fieldWords(words, 'parent-claim-number')}
          name="number"
          ltr
          value={draft.number}
          onChange={(number) => change({ number: withLatinDigits(number) })}
          error={problem('number')}
        />
        <Paper />
      </div>
    </>
  );
}
