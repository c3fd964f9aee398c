import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';

/** Widget for the home page; its name is the one to use in the `defaultConfig` of `page:home`. */
export const deadLettersWidget = HomePageWidgetBlueprint.make({
  name: 'dead-letters',
  params: {
    name: 'SlipwayDeadLetters',
    title: 'Dead letters of my teams',
    description: 'Queues of your teams with messages that could not be handled',
    components: async () => {
      const { DeadLettersWidget } = await import(
        './components/DeadLettersWidget'
      );
      return { Content: DeadLettersWidget };
    },
    layout: {
      width: { minColumns: 4, defaultColumns: 8 },
      height: { minRows: 3, defaultRows: 6 },
    },
  },
});
