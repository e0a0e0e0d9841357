// What stands around every screen of the parent: whose school it is, where one is, the language, help and the way out.
import type { ReactNode } from 'react';
import type { ParentChild, ParentView } from '../backend';
import { Icon, type StepLine, Steps } from '../components';
import { Bilingual, useWords } from '../l10n';
import { AccountButton } from './AccountButton';
import { FamilyButton } from './FamilyButton';
import { HelpBar } from './HelpBar';
import { LanguageMenu } from './LanguageMenu';
import styles from './ParentFrame.module.css';
import { StillHere } from './StillHere';

type StepName = ParentView['step']['step'];

const ROAD = ['address', 'password', 'children', 'summary'] as const;

/** The place of a step on the road that is shown; nothing is shown where there is no road. */
const PLACES: Partial<Record<StepName, number>> = {
  address: 0,
  code: 0,
  sign_in: 1,
  new_password: 1,
  children: 2,
  summary: 3,
  account: 2,
  new_address_code: 2,
};

/** The children tied so far, once the adult is signed in and none waits to be confirmed; before that nothing is said of any. */
export function childrenOf(step: ParentView['step']): readonly ParentChild[] | null {
  if (step.step === 'account') return step.children;
  return (step.step === 'children' || step.step === 'summary') && step.gate === null ? step.children : null;
}

export function ParentFrame({ view, children }: { view: ParentView; children: ReactNode }) {
  const words = useWords();
  const { step } = view;
  const place = PLACES[step.step];
  const family = childrenOf(step);
  const steps: StepLine[] = ROAD.map((id) => ({ id, label: <Bilingual id={`parent-step-${id}`} /> }));
  return (
    <div className={styles.frame}>
      <header className={styles.head}>
        {view.kind === 'demo' && (
          <p className={styles.demo}>
            <Icon name="info" />
            <Bilingual id="parent-demo" layout="beside" />
          </p>
        )}
        <div className={styles.bar}>
          <p className={styles.school}>
            <Icon name="school" />
            <bdi>{view.school_name}</bdi>
          </p>
          {family && <FamilyButton family={family} mayOpen={view.may_open_account} />}
          {view.may_open_account && step.step !== 'account' && step.step !== 'new_address_code' && <AccountButton />}
          {place !== undefined && <LanguageMenu languages={view.languages} />}
        </div>
        {place !== undefined && (
          <nav className={styles.road} aria-label={words('parent-steps')}>
            <Steps label={words('parent-steps')} steps={steps} current={place} />
          </nav>
        )}
      </header>
      <main className={styles.main} data-step={step.step}>
        <div className={styles.column}>
          {view.ends_at !== null && <StillHere />}
          {children}
        </div>
      </main>
      {place !== undefined && <HelpBar view={view} />}
    </div>
  );
}
