import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import {
  Avatar,
  BackLink,
  BottomBar,
  Button,
  ChoiceButtons,
  ErrorState,
  LimitBand,
  ListRow,
  marks,
  Notice,
  NumberField,
  ProgressBar,
  Reading,
  Sheet,
  StateMark,
  StatusLine,
  Switch,
  Table,
  Tabs,
  TextField,
} from '../index.ts';
import { nothing } from './nothing.ts';

const html = (element: ReactElement) => renderToStaticMarkup(element);
const words = (element: ReactElement) => html(element).replace(/<[^>]*>/g, '');

test('a thing that leads somewhere is a link, and one that does something a button that sends no form', () => {
  expect(html(<Button href="/app">Ouvrir</Button>)).toMatch(/^<a [^>]*href="\/app"/);
  expect(html(<Button>Envoyer</Button>)).toMatch(/^<button [^>]*type="button"/);
  expect(html(<BackLink label="Sommaire" href="/app" />)).toMatch(/^<a /);
});

test('a busy button says so and takes no second press', () => {
  expect(html(<Button isBusy>Connexion</Button>)).toMatch(/aria-busy="true"[^>]*disabled=""/);
});

test('every state has a shape and a word, and no two have the same shape', () => {
  const drawn = marks.map((mark) => html(<StateMark mark={mark} label={`mot ${mark}`} />));
  expect(drawn.every((markup, index) => markup.includes(`mot ${marks[index]}`))).toBe(true);
  const shapes = drawn.map((markup) => markup.slice(markup.indexOf('<path'), markup.indexOf('</svg>')));
  expect(new Set(shapes).size).toBe(marks.length);
});

test('a number is a text with a decimal keyboard, read with its unit, its hint and its error', () => {
  const field = html(<NumberField label="Tension" hint="À vide" error="À remplir" value="" onChange={nothing} unit="V" id="voc" />);
  expect(field).toContain('type="text"');
  expect(field).toContain('inputMode="decimal"');
  expect(field).toContain('aria-describedby="voc-hint voc-error voc-unit"');
  expect(field).toContain('aria-invalid="true"');
  expect(html(<NumberField label="Modules" value="" onChange={nothing} isInteger />)).toContain('inputMode="numeric"');
});

test('a text field passes on what the browser needs to fill it in', () => {
  const field = html(<TextField label="Adresse" type="email" autoComplete="username" value="" onChange={nothing} />);
  expect(field).toMatch(/type="email"/);
  expect(field).toMatch(/autoComplete="username"/i);
});

test('choices are radios of one group, under their question', () => {
  const choice = html(
    <ChoiceButtons
      label="Résultat"
      value="yes"
      onChange={nothing}
      options={[
        { value: 'yes', label: 'Conforme', mark: 'conform' },
        { value: 'no', label: 'Non conforme', mark: 'fail' },
      ]}
    />,
  );
  expect(choice).toMatch(/<fieldset[^>]*role="radiogroup"/);
  expect(choice).toContain('<legend');
  expect(new Set([...choice.matchAll(/name="([^"]+)"/g)].map(([, name]) => name)).size).toBe(1);
  expect(choice.match(/checked=""/g)).toHaveLength(1);
});

test('progress is the real count, said in the caller’s words', () => {
  const bar = html(<ProgressBar done={6} total={24} current={6} label="Étape 7 sur 24" />);
  expect(bar).toMatch(/role="progressbar"[^>]*aria-valuenow="6"[^>]*aria-valuemax="24"[^>]*aria-valuetext="Étape 7 sur 24"/);
  expect(html(<ProgressBar done={3} total={0} label="Rien" />)).toContain('aria-valuenow="0"');
  const opening = html(<ProgressBar done={6} total={24} label="Étape 7 sur 24" outline={{ label: 'Sommaire', onOpen: () => undefined }} />);
  // Beside the count, not around it: what is inside a button is not read out.
  expect(opening).toMatch(/<button[^>]*>.*Sommaire<\/span><\/button><\/span><div role="progressbar"/);
});

test('limits are a picture with its words, and nothing where there are none', () => {
  expect(html(<LimitBand min={1} max={null} value={0.4} description="0,4 MΩ, au moins 1 MΩ" />)).toContain(
    'role="img" aria-label="0,4 MΩ, au moins 1 MΩ"',
  );
  expect(html(<LimitBand min={null} max={null} value={3} description="sans limite" />)).toBe('');
});

test('a unit never leaves its number', () => {
  expect(words(<Reading value="612,4" unit="V" />)).toBe('612,4\u00a0V');
});

test('the status line is pressed to open the queue, and no glint passes before something arrives', () => {
  const line = html(<StatusLine state="waiting" label="12 à envoyer" arrivals={40} onOpen={nothing} />);
  expect(line).toMatch(/^<button/);
  expect(line).not.toMatch(/glint/);
});

test('a switch, a tab, a dialog and a table have the roles a screen reader knows', () => {
  expect(html(<Switch label="Wi-Fi" isOn onChange={nothing} />)).toMatch(/role="switch" aria-label="Wi-Fi"/);
  expect(html(<Tabs label="Vues" tabs={[{ key: 'a', label: 'A' }]} current="a" onChange={nothing} children="…" />)).toMatch(
    /role="tab"[^>]*aria-selected="true"/,
  );
  expect(html(<Sheet title="Urgence" isOpen={false} onClose={nothing} closeLabel="Fermer" children="…" />)).toMatch(/^<dialog[^>]*aria-labelledby=/);
  const table = html(
    <Table caption="Interventions" columns={[{ key: 'n', label: 'Nom', cell: String, isPrimary: true }]} rows={['a']} rowKey={String} />,
  );
  expect(table).toContain('scope="col"');
  expect(table).toContain('scope="row"');
});

test('what stops work is said at once, what informs waits its turn', () => {
  expect(html(<Notice tone="stop" title="Arrêtez" isLive />)).toContain('role="alert"');
  expect(html(<Notice title="Mise à jour" isLive />)).toContain('role="status"');
  expect(html(<ErrorState title="Pas de réponse" safe="Rien n’est perdu." />)).toContain('role="alert"');
});

test('where one is is said, and counts of nothing are not shown', () => {
  const bar = html(<BottomBar label="Lieux" items={[{ key: 'a', label: 'Jour', icon: 'calendar', isCurrent: true, count: 0 }]} />);
  expect(bar).toContain('aria-current="page"');
  expect(bar).not.toContain('>0<');
  expect(html(<ListRow title="Étape" isCurrent onClick={nothing} />)).toContain('aria-current="true"');
});

test('a person is two letters with their whole name', () => {
  expect(html(<Avatar name="Inès de La Tour" />)).toMatch(/aria-label="Inès de La Tour"[^>]*>IT</);
  expect(html(<Avatar name="Zoé" />)).toMatch(/>Z</);
});
