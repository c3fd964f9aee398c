import { HostContext } from '../HostContext';
import { seedInfrastructure } from './seedInfrastructure';
import { seedService } from './seedService';

/** Fills an empty host with the repositories of the demo. */
export async function seedHost(
  host: HostContext,
  infrastructure: ReadonlyMap<string, Buffer>,
): Promise<void> {
  await seedService(host, 'spring-api', 'Orders API: Spring Boot on ECS');
  await seedService(host, 'go-worker', 'Order worker: Go on EKS');
  await seedService(
    host,
    'quarkus-service',
    'Notification service: Quarkus on EKS',
  );
  await seedInfrastructure(host, infrastructure);
}
