{
  "mediaType": "application/vnd.dev.sigstore.bundle.v0.3+json",
  "verificationMaterial": {
    "publicKey": {
      "hint": "fdfb6e674d9e02cc52a0abf9cfac4e5da7a4b28340f37d8266c94c9a2762f757"
    },
    "tlogEntries": []
  },
  "dsseEnvelope": {
    "payloadType": "application/vnd.in-toto+json",
    "payload": "eyJfdHlwZSI6Imh0dHBzOi8vaW4tdG90by5pby9TdGF0ZW1lbnQvdjEiLCJzdWJqZWN0IjpbeyJuYW1lIjoid2lubmVyIiwiZGlnZXN0Ijp7InNoYTI1NiI6IjcxZTMwYTYwZjM1MDBjNjlkZjZmMWVhY2VjYzY1MjFiNjJiMDNiNmFmNzE0YjEzZWI3MWRjZjFkNTY2YzJlNjMifX1dLCJwcmVkaWNhdGVUeXBlIjoiaHR0cHM6Ly9tb2RlbF9zaWduaW5nL3NpZ25hdHVyZS92MS4wIiwicHJlZGljYXRlIjp7InNlcmlhbGl6YXRpb24iOnsibWV0aG9kIjoiZmlsZXMiLCJoYXNoX3R5cGUiOiJzaGEyNTYiLCJhbGxvd19zeW1saW5rcyI6ZmFsc2UsImlnbm9yZV9wYXRocyI6WyJtb2RlbC5zaWciXX0sInJlc291cmNlcyI6W3sibmFtZSI6ImNhcmQubWQiLCJhbGdvcml0aG0iOiJzaGEyNTYiLCJkaWdlc3QiOiJiOGZiMzlhNDY5ZGU2YjljNDRiMTc4ZWYyMmM5YWQ4NzU3N2RmMzQzYThkNDY3OGIxYTMyY2M0OWZlNGU4NWU5In0seyJuYW1lIjoid2lubmVyLmdhcSIsImFsZ29yaXRobSI6InNoYTI1NiIsImRpZ2VzdCI6IjAzOTA1OGM2ZjJjMGNiNDkyYzUzM2IwYTRkMTRlZjc3Y2MwZjc4YWJjY2NlZDUyODdkODRhMWEyMDExY2ZiODEifSx7Im5hbWUiOiJ3aW5uZXIub25ueCIsImFsZ29yaXRobSI6InNoYTI1NiIsImRpZ2VzdCI6IjJmNzgyYmVjYTZjNDk3ZTA5ZWUxYjY3YmQ2YTEyMDIwNDhmMTllOTdmN2UxMzY0YTU4ZDQxNWNlN2IzZWNkOWUifV19fQ==",
    "signatures": [
      {
        "keyid": "",
        "sig": "MEUCIQCc2klZOtfS3DK/nsbGmtga6yXOEDiHtTJrevxu2FBi7AIgczDusLQ2OtAC4u9IjF1igSoKANucwiqz6aHyijnFJXg="
      }
    ]
  }
}
