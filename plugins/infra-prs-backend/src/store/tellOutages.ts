import { LoggerService } from '@backstage/backend-plugin-api';
import { isError, ServiceUnavailableError } from '@backstage/errors';

/** What is wrong in the program or in what is stored; waiting does not help against it. */
const FAULTS = ['TypeError', 'RangeError', 'ReferenceError', '$ZodError'];

function isOutage(error: unknown): error is Error {
  if (!isError(error) || FAULTS.includes(error.name)) return false;
  // Those of @backstage/errors say already what is wrong.
  return !/^(NotFound|Conflict|Input|NotAllowed)/.test(error.name);
}

/** A store whose methods say so when the database does not answer; its address and the SQL are for the log only. */
export function tellOutages<T extends object>(
  store: T,
  logger: Pick<LoggerService, 'error'>,
): T {
  return new Proxy(store, {
    get(target, name) {
      const method = Reflect.get(target, name, target);
      if (typeof method !== 'function') return method;
      return async (...args: unknown[]) => {
        try {
          return await Reflect.apply(method, target, args);
        } catch (error) {
          if (!isOutage(error)) throw error;
          logger.error(`${String(name)} failed in the database`, error);
          throw new ServiceUnavailableError(
            "Slipway's database does not answer; try again in a minute",
          );
        }
      };
    },
  });
}
