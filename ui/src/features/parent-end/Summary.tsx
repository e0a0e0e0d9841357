// What was done, to read with the secretary. It never says that the account already opens the portal (domain.md §1).
import type { ReactNode } from 'react';
import { type ParentStep, useAct } from '../../backend';
import { Button, Notice, Row } from '../../components';
import { Bilingual } from '../../l10n';
import { Family } from '../../parent/Family';
import { Refusal } from '../../parent/Refusal';
import { Screen } from '../../parent/Screen';
import styles from './Summary.module.css';

type SummaryStep = Extract<ParentStep, { step: 'summary' }>;

export function Summary({ step, onOneMore }: { step: SummaryStep; onOneMore: () => void }) {
  const another = useAct('one_more_child');
  const leave = useAct('leave_visit');
  const isAwaited = step.address_proof === 'in_person';
  return (
    <Screen id="parent-summary">
      <dl className={styles.list}>
        <Item id="parent-summary-address">
          <p className={styles.ltr} dir="ltr">
            {step.address}
          </p>
          {isAwaited ? (
            <Notice kind="warning" live={false}>
              <Bilingual id="parent-summary-proof-in-person" />
            </Notice>
          ) : (
            <p className={styles.soft}>
              <Bilingual id="parent-summary-proof-code" />
            </p>
          )}
        </Item>
        <Item id="parent-summary-children">
          {step.gate ? (
            <Notice kind="info" live={false}>
              <Bilingual id="parent-summary-gate" args={{ count: step.gate.left }} />
            </Notice>
          ) : step.children.length === 0 ? (
            <Bilingual id="parent-summary-no-child" />
          ) : (
            <Family family={step.children} />
          )}
        </Item>
        {step.portal_address && (
          <Item id="parent-summary-portal">
            <p className={styles.ltr} dir="ltr">
              {step.portal_address}
            </p>
            <p className={styles.soft}>
              <Bilingual id="parent-summary-portal.note" />
            </p>
          </Item>
        )}
        {step.support_phone && (
          <Item id="parent-summary-phone">
            <p className={styles.ltr} dir="ltr">
              {step.support_phone}
            </p>
          </Item>
        )}
      </dl>
      <Refusal error={another.error ?? leave.error} />
      <Row>
        <Button kind="primary" large icon="door" act="leave_visit" isBusy={leave.isPending} onPress={() => leave.mutate(null)}>
          <Bilingual id="parent-leave" />
        </Button>
        <Button
          large
          icon="plus"
          act="one_more_child"
          isBusy={another.isPending}
          onPress={() => {
            onOneMore();
            another.mutate(null);
          }}
        >
          <Bilingual id="parent-summary-another" />
        </Button>
      </Row>
    </Screen>
  );
}

function Item({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div className={styles.item}>
      <dt>
        <Bilingual id={id} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
