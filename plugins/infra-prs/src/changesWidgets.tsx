import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';

const layout = {
  width: { minColumns: 4, defaultColumns: 6 },
  height: { minRows: 3, defaultRows: 5 },
};

/** Widgets for the home page; their names are the ones to use in the `defaultConfig` of `page:home`. */
export const waitingChangesWidget = HomePageWidgetBlueprint.make({
  name: 'waiting-changes',
  params: {
    name: 'SlipwayWaitingChanges',
    title: 'Waiting for me',
    description:
      'Changes that need your approval, your answer, your fix or your merge',
    components: async () => {
      const { WaitingChangesWidget } = await import(
        './components/ChangesWidget/ChangesWidget'
      );
      return { Content: WaitingChangesWidget };
    },
    layout,
  },
});

export const myChangesWidget = HomePageWidgetBlueprint.make({
  name: 'my-changes',
  params: {
    name: 'SlipwayMyChanges',
    title: 'My requests',
    description: 'What you asked for, and where it stands',
    components: async () => {
      const { MyChangesWidget } = await import(
        './components/ChangesWidget/ChangesWidget'
      );
      return { Content: MyChangesWidget };
    },
    layout,
  },
});
