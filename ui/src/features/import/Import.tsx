// Taking a registry in: a file, how it is read, a preview, and the press that applies it. Nothing is written before that press.
import { useAnswer } from '../../backend';
import { Page, Stack } from '../../components';
import { useWords } from '../../l10n';
import { Applied } from './Applied';
import { Choose } from './Choose';
import { GoneGuardians } from './GoneGuardians';
import { LastImport } from './LastImport';
import { Mapping } from './Mapping';
import { Previewed } from './Previewed';
import { useImport } from './useImport';
import { Watched } from './Watched';

export function Import() {
  const words = useWords();
  const road = useImport();
  const room = useAnswer('view_import_room', null);
  const { preview, propose, apply } = road;
  return (
    <Page title={words('import-title')} lead={words('import-lead')}>
      {road.place === 'choose' && (
        <Stack gap="large">
          {room.data?.watched && (
            <Watched watched={room.data.watched} onLook={(path) => road.lookAt({ path, complete: false, school: '' })} />
          )}
          <Choose road={road} />
          {room.data?.last && <LastImport last={room.data.last} />}
          <GoneGuardians />
        </Stack>
      )}
      {road.place === 'mapping' && propose.data && (
        <Mapping
          path={road.wish.path.trim()}
          first={propose.data}
          isBusy={preview.isPending}
          error={preview.error}
          onPreview={road.previewAs}
          onAgain={road.startAgain}
        />
      )}
      {road.place === 'preview' && preview.data && <Previewed road={road} preview={preview.data} />}
      {road.place === 'applied' && apply.data && (
        <Applied result={apply.data} last={room.data?.last ?? null} onAgain={road.startAgain} />
      )}
    </Page>
  );
}
