// The folder that the open program watches: what waits in it, and what became of what was dropped there.
import { type TakenFile, useAct, type WaitingFile, type WatchedFolder } from '../../backend';
import { Button, Card, type Column, errorWords, Failed, Notice, Row, Stack, Table } from '../../components';
import { useDates, useWords } from '../../l10n';

export function Watched({ watched, onLook }: { watched: WatchedFolder; onLook: (path: string) => void }) {
  const words = useWords();
  return (
    <Card title={words('import-watched')} aside={words.of('import-watched-mode', watched.mode)}>
      <p>
        {words('import-watched-where')} <bdi dir="ltr">{watched.folder}</bdi>
      </p>
      {watched.trouble && <Notice kind="warning">{words.of('import-watched-trouble', watched.trouble)}</Notice>}
      {watched.waiting.length > 0 ? (
        <Waiting files={watched.waiting} onLook={onLook} />
      ) : (
        <p>{words('import-watched-empty')}</p>
      )}
      {watched.taken.length > 0 && <Taken files={watched.taken} />}
    </Card>
  );
}

function Waiting({ files, onLook }: { files: readonly WaitingFile[]; onLook: (path: string) => void }) {
  const words = useWords();
  const dates = useDates();
  const setAside = useAct('set_aside');
  const caption = words('import-waiting', { count: files.length });
  const columns: Column<WaitingFile>[] = [
    { id: 'name', label: words('import-column-file'), isRowHeader: true, cell: (one) => <bdi>{one.name}</bdi> },
    { id: 'at', label: words('import-waiting-since'), cell: (one) => dates.moment(one.found_at) },
    {
      id: 'what',
      label: words('import-column-change'),
      cell: (one) =>
        one.failure
          ? errorWords(words, one.failure)
          : words('import-watched-would', { new: one.new, changed: one.changed, gone: one.gone }),
    },
    {
      id: 'acts',
      label: words('import-waiting-acts'),
      isLabelHidden: true,
      cell: (one) => (
        <Row>
          <Button icon="eye" act="look_at_waiting" onPress={() => onLook(one.path)}>
            {words('import-waiting-look')}
          </Button>
          <Button act="set_aside" isBusy={setAside.isPending} onPress={() => setAside.mutate({ path: one.path })}>
            {words('import-waiting-set-aside')}
          </Button>
        </Row>
      ),
    },
  ];
  return (
    <Stack>
      <Notice kind="info">{caption}</Notice>
      <Table caption={caption} columns={columns} rows={files} keyOf={(one) => one.path} />
      <Failed error={setAside.error} />
    </Stack>
  );
}

function Taken({ files }: { files: readonly TakenFile[] }) {
  const words = useWords();
  const dates = useDates();
  const columns: Column<TakenFile>[] = [
    { id: 'name', label: words('import-column-file'), isRowHeader: true, cell: (one) => <bdi>{one.name}</bdi> },
    { id: 'at', label: words('import-taken-at'), cell: (one) => dates.moment(one.at) },
    {
      id: 'what',
      label: words('import-column-change'),
      cell: ({ failure, result }) => {
        if (failure) return words('import-taken-refused', { why: errorWords(words, failure) });
        if (!result) return words('import-taken-aside');
        return words('import-watched-did', { new: result.new, changed: result.changed, gone: result.gone });
      },
    },
  ];
  return (
    <Stack gap="small">
      <h3>{words('import-taken')}</h3>
      <Table caption={words('import-taken')} columns={columns} rows={files} keyOf={(one) => `${one.at}-${one.name}`} />
    </Stack>
  );
}
