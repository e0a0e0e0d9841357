// The first step of setting up: which service centre, which school.
import { useState } from 'react';
import { Button, Form, Page, Row, ServiceCentreField, TextField } from '../../components';
import { useWords } from '../../l10n';
import type { School } from './SetUp';

export function SchoolStep({ school, onChange, onBack, onNext }: {
  school: School;
  onChange: (school: School) => void;
  onBack: () => void;
  onNext: () => void;
}) {
  const words = useWords();
  const [tried, setTried] = useState(false);
  const named = school.school_name.trim() !== '';
  return (
    <Page title={words('setup-school-title')} lead={words('setup-school-lead')}>
      <Form
        onSubmit={() => {
          setTried(true);
          if (school.service_centre !== null && named) onNext();
        }}
      >
        <ServiceCentreField
          {...words.field('setup-service-centre')}
          ask="find_service_centres"
          value={school.service_centre}
          onChange={(service_centre) => onChange({ ...school, service_centre })}
          error={tried && school.service_centre === null && words('setup-service-centre-missing')}
        />
        <TextField
          {...words.field('setup-school-name')}
          name="school_name"
          accents
          value={school.school_name}
          onChange={(school_name) => onChange({ ...school, school_name })}
          error={tried && !named && words('setup-school-name-missing')}
        />
        <Row align="apart">
          <Button kind="quiet" icon="back" act="back" onPress={onBack}>
            {words('desk-back')}
          </Button>
          <Button type="submit" kind="primary" icon="arrow" iconAfter act="next">
            {words('desk-next')}
          </Button>
        </Row>
      </Form>
    </Page>
  );
}
