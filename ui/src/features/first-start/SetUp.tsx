// Setting up a desk, one thing at a time: the school, the first administrator, the recovery words, the mail server.
import { useState } from 'react';
import { Steps } from '../../components';
import { Front } from '../../desk/Front';
import { useWords } from '../../l10n';
import { AdministratorStep } from './AdministratorStep';
import { MailStep } from './MailStep';
import { RecoveryWordsStep } from './RecoveryWordsStep';
import { SchoolStep } from './SchoolStep';

const STEPS = ['school', 'administrator', 'words', 'mail'] as const;

export interface School {
  service_centre: string | null;
  school_name: string;
}

export function SetUp({ isOpen, onBack, onDone }: {
  isOpen: boolean;
  onBack: () => void;
  onDone: () => void;
}) {
  const words = useWords();
  const [step, setStep] = useState<(typeof STEPS)[number]>('school');
  const [school, setSchool] = useState<School>({ service_centre: null, school_name: '' });
  const [recoveryWords, setRecoveryWords] = useState<string[]>([]);
  return (
    <Front>
      <Steps
        label={words('setup-steps')}
        steps={STEPS.map((id) => ({ id, label: words(`setup-step-${id}`) }))}
        current={STEPS.indexOf(step)}
      />
      {step === 'school' && (
        <SchoolStep school={school} onChange={setSchool} onBack={onBack} onNext={() => setStep('administrator')} />
      )}
      {step === 'administrator' && (
        <AdministratorStep
          school={school}
          onBack={() => setStep('school')}
          onMade={(made) => {
            setRecoveryWords(made);
            setStep('words');
          }}
        />
      )}
      {step === 'words' && (
        <RecoveryWordsStep
          recoveryWords={recoveryWords}
          onKept={() => {
            setRecoveryWords([]);
            // A desk that asks to sign in first has its mail server set afterwards, in the settings.
            if (isOpen) setStep('mail');
            else onDone();
          }}
        />
      )}
      {step === 'mail' && <MailStep onDone={onDone} />}
    </Front>
  );
}
