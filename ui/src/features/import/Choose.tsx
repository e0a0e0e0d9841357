// The file or folder to read, and what it holds.
import { Button, Card, Columns, Form, Radios, Row, TextField } from '../../components';
import { PathField } from '../../desk/PathField';
import { useWords } from '../../l10n';
import { ImportFailed } from './ImportFailed';
import { UnderWay } from './UnderWay';
import type { useImport } from './useImport';

const EXTENTS = ['partial', 'complete'] as const;

export function Choose({ road }: { road: ReturnType<typeof useImport> }) {
  const words = useWords();
  const { wish, setWish, propose, preview } = road;
  const isBusy = propose.isPending || preview.isPending;
  return (
    <Card title={words('import-choose')}>
      <Form onSubmit={() => road.lookAt(wish)}>
        <PathField
          {...words.field('import-path')}
          picks={['file', 'folder']}
          value={wish.path}
          onChange={(path) => setWish({ ...wish, path })}
        />
        <Columns>
          <Radios
            label={words('import-extent')}
            name="extent"
            value={wish.complete ? 'complete' : 'partial'}
            onChange={(extent) => setWish({ ...wish, complete: extent === 'complete' })}
            choices={EXTENTS.map((id) => ({
              id,
              label: words.of('import-extent', id),
              note: words(`import-extent-${id}.note`),
            }))}
          />
          <TextField
            {...words.field('import-school')}
            name="school"
            ltr
            value={wish.school}
            onChange={(school) => setWish({ ...wish, school })}
          />
        </Columns>
        <ImportFailed error={propose.error ?? preview.error} />
        {preview.isPending && <UnderWay />}
        {propose.isPending && <p role="status">{words('import-reading')}</p>}
        <Row align="end">
          <Button act="propose_import" isBusy={isBusy} onPress={() => road.lookAt(wish, true)}>
            {words('import-how-read')}
          </Button>
          <Button type="submit" kind="primary" icon="eye" act="preview_import" isBusy={isBusy}>
            {words('import-preview')}
          </Button>
        </Row>
      </Form>
    </Card>
  );
}
