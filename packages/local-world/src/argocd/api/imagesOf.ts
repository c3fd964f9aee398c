import { z } from 'zod';
import { ManagedApplication } from '../application/ManagedApplication';

const withContainers = z.looseObject({
  spec: z.looseObject({
    template: z.looseObject({
      spec: z.looseObject({
        containers: z.array(z.looseObject({ image: z.string() })),
      }),
    }),
  }),
});

/** Images of the live workloads of an application. */
export function imagesOf(application: ManagedApplication): readonly string[] {
  const images = application.resources.flatMap(({ reference }) => {
    const live = withContainers.safeParse(
      application.cluster.manifest(reference),
    );
    return live.success
      ? live.data.spec.template.spec.containers.map(({ image }) => image)
      : [];
  });
  return [...new Set(images)].sort();
}
