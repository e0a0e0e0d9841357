// What was done at this desk, newest first, and the head of the chain to note outside (domain.md §15).
import { useState } from 'react';
import { useAnswer } from '../../backend';
import { Busy, Button, Card, EmptyState, Failed, Page, Row } from '../../components';
import { useWords } from '../../l10n';
import { JournalTable } from './JournalTable';

export function Journal() {
  const words = useWords();
  const [before, setBefore] = useState<number | null>(null);
  const page = useAnswer('list_journal', { before }, { keep: true });
  const lines = page.data?.lines ?? [];
  const oldest = lines.at(-1)?.number ?? null;
  return (
    <Page title={words('journal-title')} lead={words('journal-lead')}>
      <Failed error={page.error} />
      {page.isPending && <Busy />}
      {page.data && (
        <>
          <Card>
            <p>
              {words('journal-head', { count: page.data.count })} <code dir="ltr">{page.data.head}</code>
            </p>
          </Card>
          {lines.length > 0 ? (
            <JournalTable caption={words('journal-title')} lines={lines} />
          ) : (
            <EmptyState icon="journal" title={words('journal-empty')} />
          )}
          <Row align="apart">
            <Button act="journal_newest" isDisabled={before === null} onPress={() => setBefore(null)}>
              {words('journal-newest')}
            </Button>
            <Button act="journal_older" isDisabled={!page.data.more} onPress={() => setBefore(oldest)}>
              {words('journal-older')}
            </Button>
          </Row>
        </>
      )}
    </Page>
  );
}
