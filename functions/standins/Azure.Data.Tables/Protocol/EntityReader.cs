using System.Text.Json;

namespace Azure.Data.Tables.Protocol;

/// <summary>Reads rows from OData JSON in one pass; column names that repeat from row to row are made once.</summary>
internal sealed class EntityReader
{
    private const string TypeSuffix = "@odata.type";

    private readonly List<(string Name, string Column)> _names = [];
    private readonly Dictionary<string, EdmType> _announced = new(StringComparer.Ordinal);
    private int _position;

    /// <summary>Reads the row of a point read.</summary>
    public static TableEntity ReadOne(ReadOnlySpan<byte> body)
    {
        var json = new Utf8JsonReader(body);
        json.Read();
        return new EntityReader().Read(ref json);
    }

    /// <summary>Reads the rows of one page.</summary>
    public static List<TableEntity> ReadPage(ReadOnlySpan<byte> body)
    {
        var json = new Utf8JsonReader(body);
        var rows = new List<TableEntity>();
        var reader = new EntityReader();
        json.Read();

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isRows = json.ValueTextEquals("value"u8);
            json.Read();

            while (isRows && json.Read() && json.TokenType == JsonTokenType.StartObject)
            {
                rows.Add(reader.Read(ref json));
            }

            json.Skip();
        }

        return rows;
    }

    private TableEntity Read(ref Utf8JsonReader json)
    {
        var row = new TableEntity(_names.Count);
        _position = 0;
        _announced.Clear();

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueSpan.EndsWith("@odata.type"u8))
            {
                Announce(row, ref json);
            }
            else if (json.ValueTextEquals("odata.metadata"u8))
            {
                json.Skip();
            }
            else
            {
                ReadColumn(row, ref json);
            }
        }

        return row;
    }

    private void ReadColumn(TableEntity row, ref Utf8JsonReader json)
    {
        var name = Column(ref json);
        json.Read();

        if (name is TableEntity.TimestampKey)
        {
            row.Columns[name] = EdmValue.Read(ref json, EdmType.DateTime);
            return;
        }

        row.Columns[name] = EdmValue.Read(ref json, _announced.GetValueOrDefault(name));
    }

    /// <summary>A type stands before its column as a rule; where it stands after it, the text already read is made into a value.</summary>
    private void Announce(TableEntity row, ref Utf8JsonReader json)
    {
        var name = Column(ref json);
        json.Read();
        var type = EdmValue.TypeOf(ref json);
        _announced[name] = type;

        if (row.Columns.TryGetValue(name, out var value) && value is string text)
        {
            row.Columns[name] = EdmValue.Of(text, type);
        }
    }

    /// <summary>The column that the name or the type at hand belongs to.</summary>
    private string Column(ref Utf8JsonReader json)
    {
        if (_position == _names.Count || !json.ValueTextEquals(_names[_position].Name))
        {
            var name = json.GetString();
            var column = name.EndsWith(TypeSuffix, StringComparison.Ordinal) ? name[..^TypeSuffix.Length] : name;
            _names.RemoveRange(_position, _names.Count - _position);
            _names.Add((name, column));
        }

        return _names[_position++].Column;
    }
}
