// What a parent may tell the school of a child: next year, or that the child is not theirs. It ends kindly and closes nothing.
import { useState } from 'react';
import { type AboutChild, type ParentChild, useAct } from '../../backend';
import { Button, Dialog, Notice, Radios, Row } from '../../components';
import { Bilingual, FRENCH, useL10n } from '../../l10n';
import { childName } from '../../parent/Family';
import { fieldWords } from '../../parent/fieldWords';
import { Refusal } from '../../parent/Refusal';

export function AboutChildren({ family }: { family: readonly ParentChild[] }) {
  const { locale, words, french } = useL10n();
  const tell = useAct('tell_school');
  const [isOpen, setOpen] = useState(false);
  const [child, setChild] = useState('0');
  const [about, setAbout] = useState<AboutChild | null>(null);
  // Of a child who is not on the screen only this can be said.
  const answers: readonly AboutChild[] = family.length > 0 ? ['re_registration', 'not_my_child', 'not_guardian'] : ['not_guardian'];
  const close = () => setOpen(false);
  const send = () =>
    about && tell.mutate({ about, child: family.length > 0 ? Number(child) : null }, { onSuccess: close });
  return (
    <>
      {tell.isSuccess && (
        <Notice kind="good" title={<Bilingual id="parent-about-done" />}>
          <Bilingual id="parent-about-done.body" />
        </Notice>
      )}
      <Row>
        <Button kind="quiet" icon="info" act="about_children" onPress={() => setOpen(true)}>
          <Bilingual id={family.length > 0 ? 'parent-about' : 'parent-about-nobody'} />
        </Button>
      </Row>
      <Dialog
        title={<Bilingual id="parent-about.title" />}
        isOpen={isOpen}
        onClose={close}
        actions={
          <>
            <Button large act="about_back" onPress={close}>
              <Bilingual id="parent-about.back" />
            </Button>
            <Button large kind="primary" icon="check" act="tell_school" isDisabled={about === null} isBusy={tell.isPending} onPress={send}>
              <Bilingual id="parent-about.send" />
            </Button>
          </>
        }
      >
        {family.length > 1 && (
          <Radios
            {...fieldWords(words, 'parent-about-child')}
            name="child"
            value={child}
            onChange={setChild}
            choices={family.map((one, place) => ({ id: String(place), label: childName(one) }))}
          />
        )}
        <Radios
          {...fieldWords(words, 'parent-about-what')}
          name="about"
          value={about}
          onChange={setAbout}
          choices={answers.map((id) => ({
            id,
            label: words(`parent-about-${id.replaceAll('_', '-')}`),
            note: locale === FRENCH ? undefined : french(`parent-about-${id.replaceAll('_', '-')}`),
          }))}
        />
        <Refusal error={tell.error} />
      </Dialog>
    </>
  );
}
