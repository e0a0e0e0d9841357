// The list of Québec's schools: which service centre is a school in? The administrator loads it; a secretary asks it.
import { useState } from 'react';
import { useAct, useAnswer } from '../../backend';
import { Button, Failed, Form, Notice, Row } from '../../components';
import { PathField } from '../../desk/PathField';
import { useWords } from '../../l10n';

export function SchoolList() {
  const words = useWords();
  const list = useAnswer('view_school_list', null);
  const load = useAct('load_schools');
  const [path, setPath] = useState('');
  const loaded = load.data;
  return (
    <Form
      onSubmit={() => {
        if (path.trim() !== '') load.mutate({ path: path.trim() });
      }}
    >
      <p>{words('school-list-what')}</p>
      {list.data && <p>{words('school-list-count', { schools: list.data.schools })}</p>}
      <PathField {...words.field('school-list-path')} picks={['file']} value={path} onChange={setPath} />
      <Failed error={load.error ?? list.error} />
      {loaded && (
        <Notice kind={loaded.unusable > 0 ? 'warning' : 'good'} title={words('school-list-loaded', { schools: loaded.schools })}>
          {loaded.unusable > 0 && words('school-list-unusable', { count: loaded.unusable })}
        </Notice>
      )}
      <Row align="end">
        <Button type="submit" act="load_schools" isBusy={load.isPending}>
          {words('school-list-load')}
        </Button>
      </Row>
    </Form>
  );
}
