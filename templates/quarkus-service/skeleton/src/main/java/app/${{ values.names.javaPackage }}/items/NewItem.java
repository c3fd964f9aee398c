package app.${{ values.names.javaPackage }}.items;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** An item as it is asked for. */
public record NewItem(@NotBlank @Size(max = 100) String name, @Min(1) @Max(1000) int quantity) {}
