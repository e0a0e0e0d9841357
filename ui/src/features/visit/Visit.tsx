// The visit as the secretary sees it, live: where the parent is, what went wrong, and the act that mends it.
import { type AsideLine, type InterruptedLine, useAct, type VisitView } from '../../backend';
import { Button, Card, EmptyState, Failed, Name, Notice, Page, Row, Steps } from '../../components';
import { useGoTo } from '../../desk/rooms';
import { useL10n, useWords } from '../../l10n';
import { ProposalList } from '../corrections/Proposal';
import { Accounts } from './Accounts';
import { Address } from './Address';
import { AsideCard } from './Aside';
import { Children } from './Children';
import { ClaimSeenCard } from './ClaimSeenCard';
import { Diagnosis } from './Diagnosis';
import { EndVisit } from './EndVisit';
import { Ended } from './Ended';
import { InterruptedCard } from './Interrupted';
import { AllLimits, Limits } from './Limits';
import { OnParentsScreen } from './OnParentsScreen';
import { stepPlace, VISIT_STEPS } from './steps';
import { WhoIsHere } from './WhoIsHere';
import styles from './Visit.module.css';

/** The visits that are not at the counter. */
interface Others {
  aside: readonly AsideLine[];
  interrupted: readonly InterruptedLine[];
}

export function Visit({ visit, ...others }: { visit: VisitView | null } & Others) {
  const words = useWords();
  const goTo = useGoTo();
  const start = useAct('start_visit');
  if (!visit) {
    return (
      <Page title={words('visit-title-none')} lead={words('visit-none-lead')}>
        <Failed error={start.error} />
        <AsideCard aside={others.aside} />
        <EmptyState
          icon="hand"
          title={words('visit-none')}
          actions={
            <>
              <Button kind="primary" icon="search" act="room_registry" onPress={() => goTo({ name: 'registry' })}>
                {words('visit-find-child')}
              </Button>
              <Button
                icon="hand"
                act="start_visit_open"
                isBusy={start.isPending}
                onPress={() => start.mutate({ student_id: null, guardian_id: null })}
              >
                {words('visit-start-open')}
              </Button>
            </>
          }
        >
          {words('visit-none-what')}
        </EmptyState>
        <InterruptedCard interrupted={others.interrupted} />
        <AllLimits />
      </Page>
    );
  }
  return <UnderWay visit={visit} {...others} />;
}

function UnderWay({ visit, aside, interrupted }: { visit: VisitView } & Others) {
  const words = useWords();
  const { locale } = useL10n();
  const goTo = useGoTo();
  const handOver = useAct('hand_over');
  const setAside = useAct('set_visit_aside');
  const isOver = visit.end !== null;
  const language = new Intl.DisplayNames([locale], { type: 'language' }).of(visit.language) ?? visit.language;
  return (
    <Page
      title={words('visit-title', { number: visit.number })}
      lead={
        <>
          {visit.guardian ? <Name person={visit.guardian} /> : words('visit-adult-unknown')}
          {' · '}
          {words('visit-language', { language })}
          {visit.someone_helps && ` · ${words('visit-someone-helps')}`}
        </>
      }
      aside={
        !isOver && (
          <Row>
            <Button
              icon="clock"
              act="set_visit_aside"
              isBusy={setAside.isPending}
              // The next family begins with the search.
              onPress={() => setAside.mutate(null, { onSuccess: () => goTo({ name: 'registry' }) })}
            >
              {words('visit-set-aside')}
            </Button>
            <Button icon="desk" act="hand_over" isBusy={handOver.isPending} onPress={() => handOver.mutate(null)}>
              {words('visit-hand-over')}
            </Button>
            <EndVisit visit={visit} />
          </Row>
        )
      }
    >
      <Failed error={handOver.error ?? setAside.error} />
      {visit.needs_help && <Help />}
      {!isOver && (
        <div className={styles.steps}>
          <Steps
            label={words('visit-steps')}
            steps={VISIT_STEPS.map((id) => ({ id, label: words(`visit-road-${id}`) }))}
            current={stepPlace(visit.step)}
          />
          <p className={styles.now} role="status" data-step={visit.step}>
            {words.of('visit-step', visit.step)}
          </p>
        </div>
      )}
      {(isOver || visit.step === 'summary') && <Ended visit={visit} mayResume={interrupted.some((line) => line.id === visit.id)} />}
      {!isOver && <Diagnosis visit={visit} />}
      {visit.claim && !visit.claim.file_corrected && <ClaimSeenCard claim={visit.claim} />}
      <div className={styles.columns}>
        <Children visit={visit} />
        <div className={styles.side}>
          <WhoIsHere visit={visit} />
          {visit.proposals.length > 0 && (
            <Card title={words('proposals-waiting')}>
              <ProposalList proposals={visit.proposals} showsChild />
            </Card>
          )}
          <Accounts visit={visit} />
          <Address visit={visit} />
          {!isOver && <OnParentsScreen step={visit.on_parents_screen} language={visit.language} />}
          <AsideCard aside={aside} />
          <Limits limits={visit.limits} />
        </div>
      </div>
    </Page>
  );
}

function Help() {
  const words = useWords();
  const answer = useAct('answer_help');
  return (
    <Notice
      kind="warning"
      title={words('visit-needs-help')}
      actions={
        <Button icon="check" act="answer_help" isBusy={answer.isPending} onPress={() => answer.mutate(null)}>
          {words('visit-answer-help')}
        </Button>
      }
    >
      {words('visit-needs-help-what')}
    </Notice>
  );
}
