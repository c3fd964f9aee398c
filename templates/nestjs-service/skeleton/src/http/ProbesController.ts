import { Controller, Get, Header, HttpCode, Inject, ServiceUnavailableException } from '@nestjs/common';
import { Metrics } from '../telemetry/metrics.js';
import { ReadinessService } from './ReadinessService.js';

/** What the platform asks. */
@Controller()
export class ProbesController {
  constructor(
    @Inject(ReadinessService) private readonly readiness: ReadinessService,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  @Get('healthz')
  @HttpCode(204)
  healthz(): void {}

  @Get('readyz')
  @HttpCode(204)
  async readyz(): Promise<void> {
    const reason = await this.readiness.reason();
    if (reason) throw new ServiceUnavailableException(reason);
  }

  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  text(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
