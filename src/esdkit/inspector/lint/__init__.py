"""What should not be in a message although it can be read: rules, findings, profiles, SARIF."""
