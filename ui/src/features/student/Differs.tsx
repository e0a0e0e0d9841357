// What was corrected at the desk and the source does not say, or says otherwise.
import type { FieldChange } from '../../backend';
import { useWords } from '../../l10n';

export function Differs({ differs }: { differs: readonly FieldChange[] }) {
  const words = useWords();
  const say = ({ field, old }: FieldChange) => {
    if (old === null) return words('student-differs-none');
    return field === 'relationship' ? words.of('relationship', old) : old;
  };
  return (
    <ul>
      {differs.map((one) => (
        <li key={one.field}>
          {words.of('import-field', one.field)}{" → "}<bdi>{say(one)}</bdi>
        </li>
      ))}
    </ul>
  );
}
