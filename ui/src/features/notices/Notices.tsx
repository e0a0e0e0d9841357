// Notices to parents: those that stand or will stand on the welcome screen, and the writing of one (domain.md §1).
import { useState } from 'react';
import { type NoticeLine, useAct, useAnswer } from '../../backend';
import { Busy, Button, Card, type Column, EmptyState, Failed, Page, Row, Table } from '../../components';
import { useDates, useWords } from '../../l10n';
import { NoticeForm } from './NoticeForm';

type Written = NoticeLine | 'new' | null;

export function Notices() {
  const words = useWords();
  const dates = useDates();
  const notices = useAnswer('list_notices', null, { keep: true });
  const templates = useAnswer('notice_template', null, { once: true });
  const remove = useAct('remove_notice');
  const [written, setWritten] = useState<Written>(null);
  const columns: Column<NoticeLine>[] = [
    {
      id: 'days',
      label: words('notices-first-day'),
      isRowHeader: true,
      cell: (line) => (
        <>
          {words('notices-days', { first: dates.day(line.first_day), last: dates.day(line.last_day) })}
          {' · '}
          {words(line.is_shown ? 'notices-shown' : 'notices-later')}
        </>
      ),
    },
    { id: 'text', label: words('notices-form'), cell: (line) => line.texts.find((one) => one.language === 'fr-CA')?.text },
    { id: 'languages', label: words('notices-languages'), cell: (line) => line.texts.map((one) => one.language).join(', ') },
    {
      id: 'acts',
      label: words('day-act'),
      isLabelHidden: true,
      cell: (line) => (
        <Row>
          <Button kind="quiet" icon="pencil" act="notice_edit" onPress={() => setWritten(line)}>
            {words('notices-edit')}
          </Button>
          <Button kind="quiet" icon="close" act="remove_notice" onPress={() => remove.mutate({ notice_id: line.id })}>
            {words('notices-remove')}
          </Button>
        </Row>
      ),
    },
  ];
  return (
    <Page
      title={words('notices-title')}
      lead={words('notices-lead')}
      aside={
        <Button icon="plus" act="notice_new" onPress={() => setWritten('new')}>
          {words('notices-new')}
        </Button>
      }
    >
      <Failed error={notices.error ?? templates.error ?? remove.error} />
      {notices.isPending && <Busy />}
      {written && templates.data && (
        <Card title={words('notices-form')}>
          <NoticeForm
            key={written === 'new' ? 'new' : written.id}
            notice={written === 'new' ? null : written}
            templates={templates.data}
            onDone={() => setWritten(null)}
          />
        </Card>
      )}
      {notices.data &&
        (notices.data.length > 0 ? (
          <Table caption={words('notices-title')} columns={columns} rows={notices.data} keyOf={(line) => line.id} />
        ) : (
          <EmptyState icon="journal" title={words('notices-none')}>
            {words('notices-none-what')}
          </EmptyState>
        ))}
    </Page>
  );
}
