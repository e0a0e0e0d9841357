// Turning the pages of a list: the next ones, or back to the first.
import { Button, Row } from '../../components';
import { useWords } from '../../l10n';

export function Turn({ isFirst, more, onFirst, onNext }: {
  isFirst: boolean;
  more: boolean;
  onFirst: () => void;
  onNext: () => void;
}) {
  const words = useWords();
  // One page needs no turning.
  if (isFirst && !more) return null;
  return (
    <Row align="apart">
      <Button act="list_first" isDisabled={isFirst} onPress={onFirst}>
        {words('lists-first')}
      </Button>
      <Button act="list_next" isDisabled={!more} onPress={onNext}>
        {words('lists-next')}
      </Button>
    </Row>
  );
}
