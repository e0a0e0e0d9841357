// One child's record: name, school, group, school year; the numbers masked, and shown while a press is held (domain.md §1).
import { call, useAnswer } from '../../backend';
import { Busy, Button, Facts, Row, useHeld } from '../../components';
import { Bilingual } from '../../l10n';
import { childName } from '../../parent/Family';
import { Refusal } from '../../parent/Refusal';

export function OwnChild({ place, onBack }: {
  /** Its place in the list of the account's children. */
  place: number;
  onBack: () => void;
}) {
  const child = useAnswer('view_own_child', { place }, { once: true });
  const held = useHeld(() => call('reveal_own_numbers', { place }));
  if (child.isPending) return <Busy />;
  const { data } = child;
  if (!data) return <Refusal error={child.error} />;
  const none = <Bilingual id="parent-child-none" />;
  const hasNumber = data.fiche !== null || data.permanent_code !== null;
  return (
    <>
      <Facts
        facts={[
          { id: 'name', label: <Bilingual id="parent-child-name" />, value: <bdi>{childName(data)}</bdi> },
          { id: 'school', label: <Bilingual id="parent-child-school" />, value: data.school ? <bdi>{data.school}</bdi> : none },
          { id: 'group', label: <Bilingual id="parent-child-group" />, value: data.group ? <bdi>{data.group}</bdi> : none },
          { id: 'year', label: <Bilingual id="parent-child-year" />, value: <bdi>{data.school_year}</bdi> },
          {
            id: 'fiche',
            label: <Bilingual id="parent-child-fiche" />,
            value: held.answer?.fiche ?? data.fiche ?? none,
            isNumber: true,
          },
          {
            id: 'code',
            label: <Bilingual id="parent-child-code" />,
            value: held.answer?.permanent_code ?? data.permanent_code ?? none,
            isNumber: true,
          },
        ]}
      />
      <Refusal error={held.error} />
      <Row>
        {hasNumber && (
          <Button icon="eye" act="reveal_own_numbers" onPressStart={held.show} onPressEnd={held.hide}>
            <Bilingual id="parent-child-reveal" />
          </Button>
        )}
        <Button kind="quiet" icon="back" act="family_back" onPress={onBack}>
          <Bilingual id="parent-child-back" />
        </Button>
      </Row>
    </>
  );
}
