// Why an import did not go. Having been cancelled is no fault.
import { codeOf } from '../../backend';
import { Failed, Notice } from '../../components';
import { useWords } from '../../l10n';

export function ImportFailed({ error }: { error: unknown }) {
  const words = useWords();
  if (error !== null && error !== undefined && codeOf(error) === 'import_cancelled') {
    return <Notice kind="info">{words('error-import-cancelled')}</Notice>;
  }
  return <Failed error={error} />;
}
