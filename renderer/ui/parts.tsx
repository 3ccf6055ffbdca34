import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';

/** A screen of several parts, one shown at a time, chosen in its bar by mouse or arrow keys. */
export function Parts<T extends string>(props: {
  label: string;
  parts: readonly Readonly<{ id: T; words: string; content: ReactNode }>[];
  chosen: T;
  onChoose: (part: T) => void;
}) {
  const { label, parts, chosen, onChoose } = props;
  return (
    <Tabs
      className="parts"
      selectedKey={chosen}
      onSelectionChange={(key) => {
        const part = parts.find(({ id }) => id === key);
        if (part) onChoose(part.id);
      }}
    >
      <TabList className="bar parts-list" aria-label={label}>
        {parts.map(({ id, words }) => (
          <Tab key={id} id={id} className="part">
            {words}
          </Tab>
        ))}
      </TabList>
      {parts.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="scroll">
          {content}
        </TabPanel>
      ))}
    </Tabs>
  );
}
